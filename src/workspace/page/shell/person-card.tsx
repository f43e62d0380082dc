import type { PeopleUser } from '../../people/shapes.ts';
import { emojiOf } from '../mrkdwn/emoji.ts';
import { useApp } from '../store/context.tsx';
import { nameOf, zoneOf } from '../store/state.ts';
import { Avatar } from './avatar.tsx';
import { CloseButton, Dialog } from './dialog.tsx';
import { hoursWords, isWorking, localTime } from './working-time.ts';

/** Who somebody is, what time it is for them, and what one can do about it. */
export function PersonCard({ user }: { user: PeopleUser }) {
  const { state, session } = useApp();
  const close = (): void => session.openPanel(null);
  const now = session.now();
  const mine = user.id === session.me();
  const isPerson = !user.is_bot;
  return (
    <Dialog title={nameOf(user)} onEscape={close} class="question" after={<CloseButton close={close} />}>
      <div class="dialog-main card">
        <Avatar user={user} size="large" />
        <dl class="facts">
          <Fact name="Name">@{user.name}</Fact>
          {user.title ? <Fact name="Role">{user.title}</Fact> : null}
          {isPerson ? (
            <Fact name="Local time">
              {localTime(now, user.tz, zoneOf(state))} <span class="faint">{user.tz.replaceAll('_', ' ')}</span>
            </Fact>
          ) : null}
          {user.working_hours ? <Fact name="Works">{hoursWords(user.working_hours)}</Fact> : null}
          <Fact name="Now">{statusOf(user, isWorking(now, user), user.team_id !== state.workspace?.team.id)}</Fact>
          {user.status.text || user.status.emoji ? (
            <Fact name="Status">
              {emojiOf(user.status.emoji.replaceAll(':', ''))} {user.status.text}
            </Fact>
          ) : null}
        </dl>
      </div>
      <footer class="dialog-foot">
        {mine || !isPerson || user.deleted ? null : (
          <button type="button" class="button" onClick={() => void session.switchPerson(user.id).then(close)}>
            Act as {nameOf(user).split(' ')[0]}
          </button>
        )}
        {isPerson || user.id === state.workspace?.app?.bot_user ? (
          <button type="button" class="button primary" data-first-focus onClick={() => void session.openDm(user.id)}>
            {mine ? 'Notes to yourself' : 'Message'}
          </button>
        ) : null}
      </footer>
    </Dialog>
  );
}

function statusOf(user: PeopleUser, working: boolean, external: boolean): string {
  if (user.deleted) return 'Account deactivated';
  if (user.is_bot) return 'App';
  const guest = external ? 'From another company · ' : user.is_restricted ? 'Guest · ' : '';
  const away = user.presence === 'away' ? 'away, ' : '';
  return `${guest}${away}${working ? 'in working hours' : 'outside working hours'}`;
}

function Fact({ name, children }: { name: string; children: preact.ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
