import { useCallback, useEffect, useState } from 'preact/hooks';
import { CanvasSide } from '../canvas/canvas-side.tsx';
import { LooseCanvas } from '../canvas/loose-canvas.tsx';
import { AppHome } from '../home/app-home.tsx';
import { ChannelView } from '../messages/channel-view.tsx';
import { ThreadPane } from '../messages/thread-pane.tsx';
import { ModalStack } from '../modal/modal-stack.tsx';
import { ActivityView } from '../search/activity-view.tsx';
import { SearchView } from '../search/search-view.tsx';
import { useApp } from '../store/context.tsx';
import { channelOf } from '../store/state.ts';
import { pressKey } from './keys.ts';
import { lazy } from './lazy.tsx';
import { Panels } from './panels.tsx';
import { QuestionDialog } from './question-dialog.tsx';
import { Rail } from './rail.tsx';
import { StatusBar } from './status-bar.tsx';
import { Toasts } from './toasts.tsx';

const Inspector = lazy(async () => (await import('../inspector/inspector.tsx')).Inspector, 'the inspector');

export function Page() {
  const { state, session } = useApp();
  const [railOpen, setRailOpen] = useState(false);
  const [drawer, setDrawer] = useState(false);
  const closeRail = useCallback(() => setRailOpen(false), []);
  const openRail = useCallback(() => setRailOpen(true), []);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || !session.get().workspace) return;
      if (pressKey(event, session.get(), session)) event.preventDefault();
      else if (event.key === 'Escape') setRailOpen(false);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [session]);
  const { place, workspace, problem } = state;
  if (problem) return <Notice text={problem} />;
  if (!workspace) return <Notice text="Opening the workspace …" />;
  const channel = place.kind === 'channel' ? channelOf(state, place.channel) : undefined;
  const thread = place.kind === 'channel' && channel ? place.thread : null;
  const side = place.kind === 'channel' && place.side === 'canvas' && !thread ? channel?.canvas_id : null;
  return (
    <div
      class="page"
      data-rail={railOpen ? 'open' : 'closed'}
      data-thread={thread ? 'open' : 'closed'}
      data-side={side ? 'open' : 'closed'}
    >
      {state.connection === 'lost' ? <Offline /> : null}
      <Rail onPick={closeRail} />
      {railOpen ? (
        <button type="button" class="rail-shade" aria-label="Close the list of channels" onClick={closeRail} />
      ) : null}
      <main class="main">
        {place.kind === 'home' ? <AppHome tab={place.tab ?? 'home'} openRail={openRail} /> : null}
        {place.kind === 'search' ? <SearchView key={workspace.me} query={place.query} openRail={openRail} /> : null}
        {place.kind === 'activity' ? <ActivityView openRail={openRail} /> : null}
        {place.kind === 'inspector' ? <Inspector openRail={openRail} /> : null}
        {place.kind === 'canvas' ? <LooseCanvas id={place.canvas} openRail={openRail} /> : null}
        {channel && place.kind === 'channel' ? (
          <ChannelView key={`${workspace.me}/${channel.id}`} channel={channel} place={place} openRail={openRail} />
        ) : null}
        {place.kind === 'channel' && !channel ? <p class="empty">This channel is not open to you.</p> : null}
        {place.kind === 'nowhere' ? <p class="empty">Pick a channel on the left.</p> : null}
      </main>
      {channel && thread ? <ThreadPane key={`${channel.id}/${thread}`} channel={channel} ts={thread} /> : null}
      {channel && side ? <CanvasSide id={side} /> : null}
      {drawer && place.kind !== 'inspector' ? (
        <section class="inspector-drawer" aria-label="Inspector">
          <Inspector close={() => setDrawer(false)} />
        </section>
      ) : null}
      <StatusBar drawer={drawer} toggle={() => setDrawer(!drawer)} />
      <ModalStack />
      <Panels />
      {state.question ? <QuestionDialog question={state.question} /> : null}
      <Toasts />
    </div>
  );
}

function Offline() {
  return (
    <p class="offline" role="status">
      The workspace cannot be reached. What you write stays here; it is tried again by itself.
    </p>
  );
}

function Notice({ text }: { text: string }) {
  return (
    <main class="notice" aria-live="polite">
      <p>{text}</p>
    </main>
  );
}
