import { waitingFor } from './notices.ts';
import { channelOf, channelTitle, type PageState } from './state.ts';

/** What the browser's tab says: what waits, where one is, whose workspace. */
export function titleOf(state: PageState): string {
  if (!state.workspace) return 'Workspace';
  const waiting = waitingFor(state);
  return `${waiting > 0 ? `(${waiting}) ` : ''}${placeTitle(state)} · ${state.workspace.team.name}`;
}

function placeTitle(state: PageState): string {
  const { place } = state;
  switch (place.kind) {
    case 'home':
      return state.workspace?.app?.name ?? 'Home';
    case 'search':
      return place.query ? `Search: ${place.query}` : 'Search';
    case 'activity':
      return 'Activity';
    case 'inspector':
      return 'Inspector';
    case 'canvas':
      return state.canvases[place.canvas]?.title ?? 'Canvas';
    case 'nowhere':
      return 'Workspace';
    case 'channel': {
      const channel = channelOf(state, place.channel);
      return channel ? channelTitle(state, channel) : 'Channel';
    }
  }
}
