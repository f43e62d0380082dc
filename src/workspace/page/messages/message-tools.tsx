import type { PeopleMessage } from '../../people/protocol.ts';
import { emojiOf, QUICK_REACTIONS } from '../mrkdwn/emoji.ts';
import { Icon } from '../shell/icon.tsx';
import { Menu, type MenuItem } from '../shell/menu.tsx';
import { people } from '../store/api.ts';
import { useApp } from '../store/context.tsx';

interface ToolsProps {
  message: PeopleMessage;
  channel: string;
  edit(): void;
  /** Absent inside a thread. */
  reply?: (() => void) | undefined;
}

/** What a person can do with one message; shown when it is pointed at or holds the focus. */
export function MessageTools({ message, channel, edit, reply }: ToolsProps) {
  const { state, session } = useApp();
  const as = session.me();
  const at = { as, channel, ts: message.ts };
  const emoji: MenuItem[] = QUICK_REACTIONS.map((name) => ({
    key: name,
    label: `${emojiOf(name) ?? ''} ${name.replaceAll('_', ' ')}`,
    run: () => void session.attempt(people('react', { ...at, name })),
  }));
  const more: MenuItem[] = (state.workspace?.shortcuts ?? [])
    .filter((shortcut) => shortcut.type === 'message')
    .map((shortcut) => ({
      key: shortcut.callback_id,
      label: shortcut.name,
      run: () =>
        void session.attempt(people('shortcut', { as, callback_id: shortcut.callback_id, channel, ts: message.ts })),
    }));
  if (message.user === as) {
    more.push({ key: 'edit', label: 'Edit message', run: edit });
    more.push({ key: 'delete', label: 'Delete message', danger: true, run: () => void remove() });
  }
  const remove = async (): Promise<void> => {
    const sure = await session.ask({
      title: 'Delete this message?',
      text: 'Everyone in the channel stops seeing it.',
      confirm: 'Delete',
      deny: 'Keep',
      danger: true,
    });
    if (sure) await session.attempt(people('delete', at));
  };
  return (
    <div class="tools" role="toolbar" aria-label="Message actions">
      <Menu name="Add reaction" button={<Icon name="smile" />} items={emoji} />
      {reply ? (
        <button type="button" class="icon-button" aria-label="Reply in thread" title="Reply in thread" onClick={reply}>
          <Icon name="reply" />
        </button>
      ) : null}
      {more.length > 0 ? <Menu name="More actions" button={<Icon name="more" />} items={more} /> : null}
    </div>
  );
}
