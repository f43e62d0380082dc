import type { World } from '../state/world.ts';
import { httpTransport } from './http.ts';
import { type ConnectionSeconds, type SocketTransport, socketTransport } from './socket.ts';
import type { Transport } from './transport.ts';

/** The way in which the app of the seed is reached; `socket` when that is Socket Mode. */
export function transportFor(
  world: World,
  answerWithinMs: number,
  seconds?: Partial<ConnectionSeconds>,
): { transport: Transport; socket: SocketTransport | null } {
  const { delivery, signing_secret, id } = world.app;
  if (delivery !== 'socket') {
    const transport = httpTransport({ delivery, secret: signing_secret, now: world.clock.real, answerWithinMs });
    return { transport, socket: null };
  }
  const onConnected = (connected: boolean) => world.changes.tell({ type: 'app', connected });
  const socket = socketTransport({
    appId: id,
    secret: () => world.ids.secret(24),
    onConnected,
    seconds,
    answerWithinMs,
  });
  return { transport: socket, socket };
}
