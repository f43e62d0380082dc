import { z } from 'zod';
import type { Courier } from '../deliveries/courier.ts';
import type { SocketTransport } from '../deliveries/socket.ts';
import { type Route, sendJson } from '../http/exchange.ts';
import type { World } from '../state/world.ts';
import { dump } from './dump.ts';
import { Fault, type Faults } from './faults.ts';

export interface ControlParts {
  world: World;
  courier: Courier;
  faults: Faults;
  socket: SocketTransport | null;
}

const Deliver = z.object({ type: z.string() });
const Quirk = z.object({ name: z.literal('canvas_replace_leaves_sibling'), on: z.boolean() });
/** An administrator deactivates somebody, or takes them back. */
const UserChange = z.object({ id: z.string(), deleted: z.boolean() });
const Refresh = z.object({
  reason: z.enum(['warning', 'refresh_requested', 'link_disabled']).default('refresh_requested'),
});

/** What only tests do: faults, duplicates, reconnects, a look at everything. */
export function serveControl({ world, courier, faults, socket }: ControlParts): Route {
  return async ({ request, response, url, body }) => {
    const call = `${request.method} ${url.pathname}`;
    const input = async () => JSON.parse((await body()).toString() || '{}');
    switch (call) {
      case 'GET /control/state':
        return sendJson(response, { ok: true, pending: courier.pending(), ...dump(world) });
      case 'POST /control/faults':
        faults.add(Fault.parse(await input()));
        return sendJson(response, { ok: true });
      case 'DELETE /control/faults':
        faults.clear();
        return sendJson(response, { ok: true });
      case 'POST /control/deliver': {
        const answer = await courier.repeat(Deliver.parse(await input()).type);
        return sendJson(response, { ok: answer !== null, answer });
      }
      case 'POST /control/quirks': {
        const { name, on } = Quirk.parse(await input());
        world.quirks[on ? 'add' : 'delete'](name);
        return sendJson(response, { ok: true });
      }
      case 'POST /control/user': {
        const { id, deleted } = UserChange.parse(await input());
        const user = world.users.get(id);
        if (!user) return sendJson(response, { ok: false, error: 'user_not_found' });
        user.deleted = deleted;
        world.changes.tell({ type: 'user', user });
        return sendJson(response, { ok: true });
      }
      case 'POST /control/refresh':
        socket?.refresh(Refresh.parse(await input()).reason);
        return sendJson(response, { ok: socket !== null });
      default:
        return sendJson(response, { ok: false, error: 'unknown_control' }, 404);
    }
  };
}
