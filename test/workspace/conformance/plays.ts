import type { WebClient } from '@slack/web-api';
import type { Workspace, WorkspaceOptions } from '../../../src/workspace/server.ts';
import { clientOf, control, person, started } from '../fixture.ts';

const ends: (() => unknown)[] = [];

export const later = (end: () => unknown) => void ends.push(end);

export async function closeAll(): Promise<void> {
  for (const end of ends.splice(0).reverse()) await end();
}

export const channel = 'C0HANDOFFS';
const held = Date.parse('2027-01-04T09:00:00Z');
/** A workspace whose real time stands still. */
export async function open(options: Partial<WorkspaceOptions> = {}): Promise<Workspace> {
  const workspace = await started({ wall: () => held, rateLimits: false, ...options });
  ends.push(() => workspace.close());
  return workspace;
}
/** Without what says how this process is doing. */
export async function everything(workspace: Workspace): Promise<string> {
  const { subscription: _s, unknown_methods: _u, pending: _p, chaos: _c, ...state } = await control(workspace, 'state');
  return JSON.stringify(state).replaceAll(workspace.url, 'http://here');
}

type Step = (client: WebClient, workspace: Workspace, n: number) => Promise<unknown>;
export const steps: Step[] = [
  (client, _w, n) =>
    client.chat.postMessage({
      channel,
      text: `said ${n}`,
      metadata: { event_type: 'x', event_payload: { $map: `${n}` } },
    }),
  (client, _w, n) => client.conversations.create({ name: `room-${n}` }),
  (client) => client.conversations.open({ users: 'U0PRIYA' }),
  (client, _w, n) =>
    client.canvases.create({ title: `c${n}`, document_content: { type: 'markdown', markdown: `# ${n}\n\ntext` } }),
  (client, w, n) =>
    client.chat.scheduleMessage({
      channel,
      text: `later ${n}`,
      post_at: Math.floor(w.world.clock.now() / 1000) + 600 + n,
    }),
  (_c, w, n) => person(w, 'U0PRIYA').upload({ channel, filename: `f${n}.txt` }, `bytes ${n}`),
  (_c, w, n) => person(w, 'U0YUKI').do('post', { channel, text: `hello ${n}` }),
  async (_c, w) => {
    const [last] = w.world.channels.get(channel)?.messages.slice(-1) ?? [];
    if (last) await person(w, 'U0AISHA').do('react', { channel, ts: last.ts, name: 'eyes' });
  },
  (client) => client.views.publish({ user_id: 'U0PRIYA', view: { type: 'home', blocks: [{ type: 'divider' }] } }),
  async (_c, w, n) => w.world.clock.advance(n * 1000),
];
/** Does these things, by their number. */
export const play = async (workspace: Workspace, plan: number[]) => {
  for (const [n, which] of plan.entries()) await steps[which]?.(clientOf(workspace), workspace, n).catch(() => null);
};
