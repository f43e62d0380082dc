import { HomeBlocks } from '../blocks/home-view.tsx';
import { RailButton } from '../messages/channel-header.tsx';
import { Avatar } from '../shell/avatar.tsx';
import { Icon } from '../shell/icon.tsx';
import { useApp } from '../store/context.tsx';
import { userOf } from '../store/state.ts';
import { AppAbout } from './app-about.tsx';
import { AppTabs } from './app-tabs.tsx';
import { AssistantHistory } from './assistant-history.tsx';

/** App Home: what the app shows to this person alone, earlier talks with it, and what it is. */
export function AppHome({ tab, openRail }: { tab: 'home' | 'history' | 'about'; openRail(): void }) {
  const { state } = useApp();
  const app = state.workspace?.app;
  if (!app) return <p class="empty">There is no app in this workspace.</p>;
  return (
    <>
      <header class="channel-head">
        <div class="channel-line">
          <RailButton open={openRail} />
          <Avatar user={userOf(state, app.bot_user)} size="small" />
          <h1>{app.name}</h1>
          <span class="tag">app</span>
          <span class={`app-line ${app.connected ? 'on' : 'off'}`}>
            <span class={`dot ${app.connected ? 'on' : 'off'}`} /> {app.connected ? 'connected' : 'not connected'}
          </span>
        </div>
        <AppTabs now={tab} />
      </header>
      {tab === 'about' ? <AppAbout /> : tab === 'history' ? <AssistantHistory /> : <HomeTab />}
    </>
  );
}

function HomeTab() {
  const { state } = useApp();
  const { home } = state;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class="home-scroll" aria-label="App Home" tabIndex={0}>
      <div class="home">
        {home ? (
          <HomeBlocks key={home.id} view={home} />
        ) : (
          <div class="place-empty">
            <Icon name="home" />
            <p>The app has not shown anything here yet.</p>
            <p class="faint">
              It was told that you opened its Home (<code>app_home_opened</code>) and can answer with{' '}
              <code>views.publish</code>.
            </p>
          </div>
        )}
      </div>
    </section>
  );
}
