import type { ComponentChildren } from 'preact';
import type { PeopleChannel } from '../../people/shapes.ts';
import { AppTabs } from '../home/app-tabs.tsx';
import { emojiOf } from '../mrkdwn/emoji.ts';
import { Link } from '../mrkdwn/link.tsx';
import { Avatar } from '../shell/avatar.tsx';
import { Icon } from '../shell/icon.tsx';
import { Menu } from '../shell/menu.tsx';
import { people } from '../store/api.ts';
import { useApp } from '../store/context.tsx';
import { channelTitle, directName, isDirect, isWithApp, nameOf, partnerOf, type Tab, userOf } from '../store/state.ts';
import { PinsButton } from './pins-button.tsx';

export function RailButton({ open }: { open(): void }) {
  return (
    <button type="button" class="icon-button rail-button" aria-label="Channels and people" onClick={open}>
      <Icon name="menu" />
    </button>
  );
}

const ICON = { public: 'hash', private: 'lock', im: 'people', mpim: 'people' } as const;

export function ChannelHeader({ channel, tab, openRail }: { channel: PeopleChannel; tab: Tab; openRail(): void }) {
  const { state, session } = useApp();
  const direct = isDirect(channel);
  const partner = channel.kind === 'im' ? partnerOf(state, channel) : undefined;
  const members = channel.members.map((id) => nameOf(userOf(state, id)));
  const topic = direct ? (partner?.title ?? '') : channel.topic || channel.purpose;
  const globals = (state.workspace?.shortcuts ?? []).filter((shortcut) => shortcut.type === 'global');
  return (
    <header class="channel-head">
      <div class="channel-line">
        <RailButton open={openRail} />
        {partner ? <Avatar user={partner} size="small" /> : <Icon name={ICON[channel.kind]} />}
        <h1 aria-label={channelTitle(state, channel)}>
          <button
            type="button"
            class="title-button"
            aria-label={`Details of ${channelTitle(state, channel)}`}
            title="Details"
            onClick={() =>
              session.openPanel(
                channel.kind === 'im' && partner
                  ? { kind: 'person', user: partner.id }
                  : { kind: 'channel', channel: channel.id, tab: 'about' },
              )
            }
          >
            {direct ? directName(state, channel) : channel.name}
          </button>
        </h1>
        {channel.kind === 'private' ? <span class="visually-hidden">Private channel</span> : null}
        <p class="topic" title={topic}>
          {topic}
        </p>
        <span class="channel-facts">
          {channel.pinned.length > 0 ? <PinsButton channel={channel} /> : null}
          {channel.kind === 'im' ? null : (
            <button
              type="button"
              class="fact"
              title={members.join(', ')}
              onClick={() => session.openPanel({ kind: 'channel', channel: channel.id, tab: 'members' })}
            >
              <Icon name="people" />
              {channel.members.length}
              <span class="visually-hidden">members</span>
            </button>
          )}
          {isWithApp(state, channel) && state.assistant?.view === 'assistant_view' ? (
            <button type="button" class="fact" onClick={() => void session.openAssistant()}>
              <Icon name="plus" /> New talk
            </button>
          ) : null}
          {globals.length > 0 ? (
            <Menu
              name="Shortcuts"
              button={<Icon name="more" />}
              items={globals.map((shortcut) => ({
                key: shortcut.callback_id,
                label: shortcut.name,
                run: () =>
                  void session.attempt(
                    people('shortcut', { as: session.me(), callback_id: shortcut.callback_id, channel: channel.id }),
                  ),
              }))}
            />
          ) : null}
        </span>
      </div>
      {isWithApp(state, channel) ? <AppTabs now="messages" /> : null}
      {channel.canvas_id || channel.bookmarks.length > 0 ? (
        <div class="channel-bars">
          {channel.canvas_id ? (
            <div class="tabs" role="tablist" aria-label="Views of this channel">
              <TabButton tab="messages" now={tab} icon={<Icon name="reply" />}>
                Messages
              </TabButton>
              <TabButton tab="canvas" now={tab} icon={<Icon name="doc" />}>
                Canvas
              </TabButton>
            </div>
          ) : null}
          {channel.bookmarks.length > 0 ? (
            <ul class="bookmarks" aria-label="Bookmarks">
              {channel.bookmarks.map((one) => (
                <li key={one.id}>
                  <Link url={one.link}>
                    <span aria-hidden="true">
                      {emojiOf((one.emoji ?? '').replaceAll(':', '')) ?? <Icon name="link" />}
                    </span>{' '}
                    {one.title}
                  </Link>
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      ) : null}
    </header>
  );
}

function TabButton({
  tab,
  now,
  icon,
  children,
}: {
  tab: Tab;
  now: Tab;
  icon: ComponentChildren;
  children: ComponentChildren;
}) {
  const { session } = useApp();
  return (
    <button type="button" role="tab" aria-selected={tab === now} class="tab" onClick={() => void session.openTab(tab)}>
      {icon} {children}
    </button>
  );
}
