import { useApp } from '../store/context.tsx';
import { channelOf, userOf } from '../store/state.ts';
import { ChannelBrowser } from './channel-browser.tsx';
import { ChannelDetails } from './channel-details.tsx';
import { KeysHelp } from './keys-help.tsx';
import { NewChannel } from './new-channel.tsx';
import { PersonCard } from './person-card.tsx';
import { Switcher } from './switcher.tsx';
import { TimePanel } from './time-panel.tsx';

/** The one window of the page's own that is open, if any. */
export function Panels() {
  const { state } = useApp();
  const { panel } = state;
  switch (panel?.kind) {
    case undefined:
      return null;
    case 'switcher':
      return <Switcher />;
    case 'keys':
      return <KeysHelp />;
    case 'browse':
      return <ChannelBrowser />;
    case 'new_channel':
      return <NewChannel name={panel.name} />;
    case 'channel': {
      const channel = channelOf(state, panel.channel);
      return channel ? <ChannelDetails channel={channel} tab={panel.tab} /> : null;
    }
    case 'person': {
      const user = userOf(state, panel.user);
      return user ? <PersonCard user={user} /> : null;
    }
    case 'time':
      return <TimePanel />;
  }
}
