import type { PeopleView } from '../../people/protocol.ts';
import { RailButton } from '../messages/channel-header.tsx';
import { Icon } from '../shell/icon.tsx';
import { useApp } from '../store/context.tsx';
import { Blocks } from './blocks.tsx';
import { HostContext } from './host.ts';
import { useViewHost } from './view-host.ts';

const NO_ERRORS = {};

export function HomeView({ openRail }: { openRail(): void }) {
  const { state, session } = useApp();
  const app = state.workspace?.app;
  const { home } = state;
  return (
    <>
      <header class="channel-head">
        <div class="channel-line">
          <RailButton open={openRail} />
          <Icon name="home" />
          <h1>{app ? `${app.name} Home` : 'Home'}</h1>
          <p class="topic">What this app shows to you alone</p>
          {app ? (
            <button type="button" class="fact" onClick={() => void session.openDm(app.bot_user)}>
              <Icon name="reply" /> Messages
            </button>
          ) : null}
        </div>
      </header>
      <section class="home-scroll" aria-label="App Home">
        <div class="home">
          {home ? (
            <HomeBlocks key={home.id} view={home} />
          ) : (
            <p class="empty">The app has not shown anything here yet.</p>
          )}
        </div>
      </section>
    </>
  );
}

function HomeBlocks({ view }: { view: PeopleView }) {
  const { host } = useViewHost(view, NO_ERRORS);
  return (
    <HostContext.Provider value={host}>
      <Blocks blocks={view.blocks} />
    </HostContext.Provider>
  );
}
