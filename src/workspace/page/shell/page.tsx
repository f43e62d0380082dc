import { useCallback, useState } from 'preact/hooks';
import { HomeView } from '../blocks/home-view.tsx';
import { LooseCanvas } from '../canvas/loose-canvas.tsx';
import { ChannelView } from '../messages/channel-view.tsx';
import { ThreadPane } from '../messages/thread-pane.tsx';
import { ModalStack } from '../modal/modal-stack.tsx';
import { useApp } from '../store/context.tsx';
import { channelOf } from '../store/state.ts';
import { DeveloperStrip } from './developer-strip.tsx';
import { QuestionDialog } from './question-dialog.tsx';
import { Rail } from './rail.tsx';
import { Toasts } from './toasts.tsx';

export function Page() {
  const { state } = useApp();
  const [railOpen, setRailOpen] = useState(false);
  const closeRail = useCallback(() => setRailOpen(false), []);
  const openRail = useCallback(() => setRailOpen(true), []);
  const { place, workspace, problem } = state;
  if (problem) return <Notice text={problem} />;
  if (!workspace) return <Notice text="Opening the workspace …" />;
  const channel = place.kind === 'channel' ? channelOf(state, place.channel) : undefined;
  const thread = place.kind === 'channel' && channel ? place.thread : null;
  return (
    <div class="page" data-rail={railOpen ? 'open' : 'closed'} data-thread={thread ? 'open' : 'closed'}>
      <Rail onPick={closeRail} />
      {railOpen ? (
        <button type="button" class="rail-shade" aria-label="Close the list of channels" onClick={closeRail} />
      ) : null}
      <main class="main">
        {place.kind === 'home' ? <HomeView openRail={openRail} /> : null}
        {place.kind === 'canvas' ? <LooseCanvas id={place.canvas} openRail={openRail} /> : null}
        {channel && place.kind === 'channel' ? (
          <ChannelView key={`${workspace.me}/${channel.id}`} channel={channel} place={place} openRail={openRail} />
        ) : null}
        {place.kind === 'channel' && !channel ? <p class="empty">This channel is not open to you.</p> : null}
        {place.kind === 'nowhere' ? <p class="empty">Pick a channel on the left.</p> : null}
      </main>
      {channel && thread ? <ThreadPane key={`${channel.id}/${thread}`} channel={channel} ts={thread} /> : null}
      <DeveloperStrip />
      <ModalStack />
      {state.question ? <QuestionDialog question={state.question} /> : null}
      <Toasts />
    </div>
  );
}

function Notice({ text }: { text: string }) {
  return (
    <main class="notice" aria-live="polite">
      <p>{text}</p>
    </main>
  );
}
