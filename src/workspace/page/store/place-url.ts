import type { Place, Tab } from './state.ts';

/**
 * What the page's address says: `?as=U…` and one of `channel=C…[&thread=ts][&tab=canvas][&side=canvas][&focus=ts]`, `home=1` (or `about`, `history`), `canvas=F…`,
 * `search=words`, `activity=1`, `inspector=1`. The path `/inspector` is the inspector too.
 */
export function placeOfAddress(url: URL): { as: string | null; place: Place } {
  const query = url.searchParams;
  return { as: query.get('as'), place: url.pathname === '/inspector' ? { kind: 'inspector' } : placeOfQuery(query) };
}

function placeOfQuery(query: URLSearchParams): Place {
  const channel = query.get('channel');
  const tab: Tab = query.get('tab') === 'canvas' ? 'canvas' : 'messages';
  const focus = query.get('focus');
  const canvas = query.get('canvas');
  const search = query.get('search');
  if (channel) {
    const side = query.get('side') === 'canvas' ? { side: 'canvas' as const } : {};
    return { kind: 'channel', channel, tab, thread: query.get('thread'), ...side, ...(focus ? { focus } : {}) };
  }
  if (query.has('home')) return homeOf(query.get('home'));
  if (canvas) return { kind: 'canvas', canvas };
  if (search !== null) return { kind: 'search', query: search };
  if (query.has('activity')) return { kind: 'activity' };
  if (query.has('inspector')) return { kind: 'inspector' };
  return { kind: 'nowhere' };
}

const homeOf = (tab: string | null): Place =>
  tab === 'about' || tab === 'history' ? { kind: 'home', tab } : { kind: 'home' };

export function queryOfPlace(as: string, place: Place): string {
  const query = new URLSearchParams({ as });
  if (place.kind === 'home') query.set('home', place.tab ?? '1');
  if (place.kind === 'canvas') query.set('canvas', place.canvas);
  if (place.kind === 'search') query.set('search', place.query);
  if (place.kind === 'activity' || place.kind === 'inspector') query.set(place.kind, '1');
  if (place.kind === 'channel') {
    query.set('channel', place.channel);
    if (place.tab === 'canvas') query.set('tab', 'canvas');
    if (place.thread) query.set('thread', place.thread);
    if (place.side) query.set('side', place.side);
  }
  return `?${query}`;
}
