import type { Live } from '../../people/live-protocol.ts';

export interface LiveEars {
  event(live: Live): void;
  /** Something was missed, or the line came back: read everything again. */
  gap(): void;
  line(state: 'live' | 'lost'): void;
}

const FIRST_WAIT_MS = 300;
const LONGEST_WAIT_MS = 5000;

/** Keeps one WebSocket open for a person until the returned function is called. */
export function listenLive(as: string, ears: LiveEars): () => void {
  let closed = false;
  let wait = FIRST_WAIT_MS;
  let timer = 0;
  let socket: WebSocket | undefined;
  let connected = false;

  const connect = (): void => {
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    const line = new WebSocket(`${scheme}://${location.host}/people/live?as=${encodeURIComponent(as)}`);
    // The server counts each line from 1, so that even a lost first event shows.
    let last = 0;
    socket = line;
    line.onopen = () => {
      wait = FIRST_WAIT_MS;
      ears.line('live');
      // What happened between the first read and this moment was told to nobody.
      ears.gap();
      connected = true;
    };
    line.onmessage = (message) => {
      // Same server, same protocol.ts: not an outside edge.
      const live = JSON.parse(String(message.data)) as Live;
      if (live.seq > last + 1) ears.gap();
      last = live.seq;
      ears.event(live);
    };
    line.onclose = () => {
      if (closed) return;
      if (connected) ears.line('lost');
      timer = window.setTimeout(connect, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    };
  };
  connect();
  return () => {
    closed = true;
    window.clearTimeout(timer);
    socket?.close();
  };
}
