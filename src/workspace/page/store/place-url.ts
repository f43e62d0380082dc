import type { Place, Tab } from './state.ts';

/** What the page's address says: `?as=U…&channel=C…[&thread=ts][&tab=canvas][&focus=ts]` or `?as=U…&home=1`. */
export function placeOfQuery(query: URLSearchParams): { as: string | null; place: Place } {
  const channel = query.get('channel');
  const tab: Tab = query.get('tab') === 'canvas' ? 'canvas' : 'messages';
  const focus = query.get('focus');
  const canvas = query.get('canvas');
  const place: Place = channel
    ? { kind: 'channel', channel, tab, thread: query.get('thread'), ...(focus ? { focus } : {}) }
    : query.has('home')
      ? { kind: 'home' }
      : canvas
        ? { kind: 'canvas', canvas }
        : { kind: 'nowhere' };
  return { as: query.get('as'), place };
}

export function queryOfPlace(as: string, place: Place): string {
  const query = new URLSearchParams({ as });
  if (place.kind === 'home') query.set('home', '1');
  if (place.kind === 'canvas') query.set('canvas', place.canvas);
  if (place.kind === 'channel') {
    query.set('channel', place.channel);
    if (place.tab === 'canvas') query.set('tab', 'canvas');
    if (place.thread) query.set('thread', place.thread);
  }
  return `?${query}`;
}
