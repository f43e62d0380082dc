import { useState } from 'preact/hooks';
import type { PeopleChannel } from '../../people/shapes.ts';
import { fullTime } from '../mrkdwn/dates.ts';
import { people } from '../store/api.ts';
import { useApp } from '../store/context.tsx';
import { channelTitle, isDirect, nameOf, userOf, zoneOf } from '../store/state.ts';
import { ChannelMembers } from './channel-members.tsx';
import { CloseButton, Dialog } from './dialog.tsx';
import { Icon } from './icon.tsx';

/** What a channel is for, who is in it, and the way out. */
export function ChannelDetails({ channel, tab }: { channel: PeopleChannel; tab: 'about' | 'members' }) {
  const { state, session } = useApp();
  const close = (): void => session.openPanel(null);
  const tabs = [
    ['about', 'About'],
    ['members', `Members ${channel.members.length}`],
  ] as const;
  return (
    <Dialog title={channelTitle(state, channel)} onEscape={close} after={<CloseButton close={close} />}>
      <div class="tabs dialog-tabs" role="tablist" aria-label="About this channel">
        {tabs.map(([key, label]) => (
          <button
            key={key}
            type="button"
            role="tab"
            class="tab"
            aria-selected={tab === key}
            onClick={() => session.openPanel({ kind: 'channel', channel: channel.id, tab: key })}
          >
            {label}
          </button>
        ))}
      </div>
      <div class="dialog-main details">
        {tab === 'about' ? <About channel={channel} /> : <ChannelMembers channel={channel} />}
      </div>
    </Dialog>
  );
}

function About({ channel }: { channel: PeopleChannel }) {
  const { state, session } = useApp();
  const made = `${nameOf(userOf(state, channel.creator))}, ${fullTime(channel.created * 1000, zoneOf(state))}`;
  const leave = async (): Promise<void> => {
    const sure =
      channel.kind === 'public' ||
      (await session.ask({
        title: `Leave ${channel.name}?`,
        text: 'It is private: you come back only when somebody adds you.',
        confirm: 'Leave',
        deny: 'Stay',
        danger: true,
      }));
    if (sure && (await session.attempt(people('leave', { as: session.me(), channel: channel.id }))))
      session.openPanel(null);
  };
  const fixed = isDirect(channel) || !channel.is_member || channel.is_archived;
  return (
    <>
      {isDirect(channel) ? null : (
        <>
          <Described key={`t${channel.id}`} channel={channel} what="topic" label="Topic" fixed={fixed} />
          <Described key={`p${channel.id}`} channel={channel} what="purpose" label="Purpose" fixed={fixed} />
        </>
      )}
      <dl class="facts">
        <div>
          <dt>Made by</dt>
          <dd>{made}</dd>
        </div>
        <div>
          <dt>Kind</dt>
          <dd>
            {
              { public: 'Public channel', private: 'Private channel', im: 'Direct message', mpim: 'Group message' }[
                channel.kind
              ]
            }
            {channel.is_archived ? ', archived' : ''}
          </dd>
        </div>
        <div>
          <dt>Id</dt>
          <dd>
            <code>{channel.id}</code>
          </dd>
        </div>
      </dl>
      {fixed ? null : (
        <button type="button" class="button danger leave" onClick={() => void leave()}>
          <Icon name="leave" /> Leave channel
        </button>
      )}
    </>
  );
}

interface DescribedProps {
  channel: PeopleChannel;
  what: 'topic' | 'purpose';
  label: string;
  fixed: boolean;
}

function Described({ channel, what, label, fixed }: DescribedProps) {
  const { session } = useApp();
  const [text, setText] = useState(channel[what]);
  const save = (): void => {
    if (text === channel[what]) return;
    void session.attempt(people('describe_channel', { as: session.me(), channel: channel.id, [what]: text }));
  };
  return (
    <form
      class="described"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <label>
        <strong>{label}</strong>
        <input
          class="field"
          type="text"
          maxLength={250}
          value={text}
          readOnly={fixed}
          placeholder={fixed ? 'None' : `Add a ${label.toLowerCase()}`}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      {text === channel[what] ? null : (
        <button type="submit" class="button primary">
          Save
        </button>
      )}
    </form>
  );
}
