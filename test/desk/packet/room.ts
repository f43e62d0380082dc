import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { deskMessage } from '../../../src/desk/front/blocks.ts';
import { registerKickoff } from '../../../src/desk/kickoff/listeners.ts';
import { kickoffReaction } from '../../../src/desk/kickoff/react.ts';
import { kickoffSenders } from '../../../src/desk/kickoff/senders.ts';
import { type Desk, todayOf } from '../../../src/desk/kit/desk.ts';
import { channelOf, showMessage } from '../../../src/desk/kit/show.ts';
import { registerPacket } from '../../../src/desk/packet/listeners.ts';
import { packetReaction } from '../../../src/desk/packet/react.ts';
import { packetSenders } from '../../../src/desk/packet/senders.ts';
import { registerSignoff } from '../../../src/desk/signoff/listeners.ts';
import { signoffReaction } from '../../../src/desk/signoff/react.ts';
import { signoffSenders } from '../../../src/desk/signoff/senders.ts';
import { wanted } from '../../../src/desk/wanted.ts';
import type { Actor } from '../../../src/handoff/actor.ts';
import type { Command, CommandOf } from '../../../src/handoff/command.ts';
import { defaultPolicy } from '../../../src/handoff/policy.ts';
import type { Handoff } from '../../../src/handoff/state.ts';
import { calendar } from '../../../src/platform/calendar/index.ts';
import { OutboxWorker, want } from '../../../src/platform/outbox/index.ts';
import { classify, createWebClient } from '../../../src/platform/slack/index.ts';
import { HandoffRecord, type Reaction } from '../../../src/record/record.ts';
import { sampleCompany } from '../../../src/workspace/sample-company.ts';
import { startWorkspace, type Workspace } from '../../../src/workspace/server.ts';
import { RecordingLog } from '../../platform/recording-log.ts';
import { temporaryStore } from '../../platform/temporary.ts';
import { person, startBolt } from '../../workspace/fixture.ts';
import { noon, opening, priya, type Step } from './deal.ts';

const scopes = [
  'canvases:read',
  'canvases:write',
  'channels:history',
  'channels:manage',
  'channels:read',
  'chat:write',
  'files:read',
  'groups:history',
  'groups:read',
  'groups:write',
  'im:history',
  'im:read',
  'im:write',
  'users:read',
];

const State = z.looseObject({
  channels: z.array(
    z.looseObject({
      id: z.string(),
      canvas_id: z.string().nullable().default(null),
      messages: z.array(
        z.looseObject({
          ts: z.string(),
          thread_ts: z.string().optional(),
          text: z.string(),
          blocks: z.array(z.record(z.string(), z.unknown())).default([]),
        }),
      ),
      ephemerals: z.array(z.looseObject({ to: z.string(), text: z.string() })).default([]),
    }),
  ),
  canvases: z.array(
    z.looseObject({ id: z.string(), markdown: z.string(), access: z.unknown(), deleted: z.boolean().default(false) }),
  ),
});

/** A desk on a real store and a real local workspace: the packet, the signoffs and kickoff, with a plain message for a desk. */
export class Room {
  readonly desk: Desk;
  readonly log = new RecordingLog();
  readonly workspace: Workspace;
  readonly channel: string;
  readonly calls: { method: string; args: Record<string, unknown> }[] = [];
  #worker: OutboxWorker;
  #now = noon;
  h = '';

  private constructor(workspace: Workspace, channel: string) {
    this.workspace = workspace;
    this.channel = channel;
    const store = temporaryStore();
    const slack = createWebClient(workspace.bot_token, { url: `${workspace.url}/api/`, log: this.log });
    const call = slack.apiCall.bind(slack);
    slack.apiCall = (method, args) => {
      this.calls.push({ method, args: { ...args } });
      return call(method, args);
    };
    const clock = { now: () => this.#now };
    let ids = 0;
    const base: Reaction = ({ before, after }) => [
      ...(before ? [] : [wanted.channel(after.id), wanted.members(after.id)]),
      wanted.desk(after.id),
    ];
    const record = new HandoffRecord({
      store,
      clock,
      calendar,
      policy: defaultPolicy,
      zone: 'Europe/Warsaw',
      reactions: [base, packetReaction, signoffReaction(defaultPolicy), kickoffReaction],
      newId: (prefix) => {
        ids += 1;
        return `${prefix}${ids}`;
      },
      random: () => {
        ids += 1;
        return { ref: `r${ids}`, salt: 'salt' };
      },
    });
    this.desk = {
      record,
      store,
      slack,
      botUser: 'U0APPBOT',
      team: '',
      clock,
      calendar,
      policy: defaultPolicy,
      zone: 'Europe/Warsaw',
      holidays: undefined,
      digestChannel: undefined,
      engine: { name: 'none', version: '0', analyse: () => Promise.reject(new Error('nobody asked for an analysis')) },
      download: () => Promise.reject(new Error('nobody asked for a file')),
      readDocument: () => Promise.reject(new Error('nobody asked for a document')),
      log: this.log,
      reference: () => 'ref1',
    };
    this.#worker = this.#newWorker();
  }

  static async open(options: { plan?: 'free' | 'paid' } = {}): Promise<Room> {
    const workspace = await startWorkspace({
      // The worker here is settled by hand, not by time; that it keeps Slack's limits is shown in test/slack and test/platform.
      rateLimits: false,
      seed: { ...sampleCompany, plan: options.plan ?? 'paid', app: { ...sampleCompany.app, scopes } },
    });
    onTestFinished(() => workspace.close());
    const room = new Room(workspace, 'C0HANDOFFS');
    await room.#worker.start();
    const { handoff } = await room.desk.record.open({ actor: priya, command: opening as CommandOf<'open'> }); // it is one
    room.h = handoff.id;
    return room;
  }

  #newWorker(): OutboxWorker {
    const { desk } = this;
    return new OutboxWorker({
      store: desk.store,
      senders: {
        channel: { send: async () => ({ remote: { channel: this.channel } }) },
        members: { send: async () => undefined },
        desk: {
          send: (job) => {
            const when = { today: todayOf(desk), until: 'in 20 business days', absent: [] };
            const shown = deskMessage(this.handoff, desk.record.readinessOf(this.handoff), when);
            return showMessage(desk, job, { channel: channelOf(desk, this.h) }, shown);
          },
        },
        ...packetSenders(desk),
        ...signoffSenders(desk),
        ...kickoffSenders(desk),
      },
      clock: desk.clock,
      log: this.log,
      random: () => 0.5,
      classify,
    });
  }

  /** The process dies and starts anew: what was only in memory is gone. */
  async restart(): Promise<void> {
    await this.#worker.stop();
    this.#worker = this.#newWorker();
    await this.#worker.start();
  }

  get handoff(): Handoff {
    const handoff = this.desk.record.load(this.h);
    if (!handoff) throw new Error('there is no handoff');
    return handoff;
  }

  async run(...steps: Step[]): Promise<void> {
    for (const [actor, step] of steps) await this.#run(actor, typeof step === 'function' ? step(this.handoff) : step);
    await this.settle();
  }

  #run(actor: Actor, command: Command): Promise<Handoff> {
    return this.desk.record.run(this.h, { actor, command });
  }

  /** Asks for the packet again, as a rebuild does. */
  async again(): Promise<void> {
    await this.desk.store.inTx((tx) => want(tx, wanted.packet(this.h), this.desk.clock.now()));
    await this.settle();
  }

  /** Everything due is sent, also what waits for its next try. */
  async settle(minutes = 0): Promise<void> {
    this.#now = new Date(this.#now.getTime() + minutes * 60_000);
    await this.#worker.idle();
  }

  async #state() {
    return State.parse(JSON.parse(await (await fetch(`${this.workspace.url}/control/state`)).text()));
  }

  async canvases() {
    return (await this.#state()).canvases.filter((one) => !one.deleted);
  }

  async canvas() {
    const [only, ...more] = await this.canvases();
    if (!only || more.length > 0) throw new Error(`there are ${more.length + (only ? 1 : 0)} canvases`);
    return only;
  }

  async messages(channel = this.channel) {
    return (await this.#state()).channels.find((one) => one.id === channel)?.messages ?? [];
  }

  async directMessages() {
    return (await this.#state()).channels.filter((one) => one.id.startsWith('D')).flatMap((one) => one.messages);
  }

  async fault(method: string, fault: string, times = 1): Promise<void> {
    await fetch(`${this.workspace.url}/control/faults`, {
      method: 'POST',
      body: JSON.stringify({ method, fault, times }),
    });
  }

  /** What somebody with write access does in the canvas. */
  async editByHand(canvas: string, change: (markdown: string) => string, as = 'U0TOMASZ') {
    const { markdown } = await this.canvas();
    const answer = await fetch(`${this.workspace.url}/people/edit_canvas`, {
      method: 'POST',
      body: JSON.stringify({ as, canvas, markdown: change(markdown) }),
    });
    return z.looseObject({ ok: z.boolean() }).parse(await answer.json());
  }

  /** The listeners on a real Bolt app over Socket Mode. */
  async listening(): Promise<this> {
    const app = await startBolt(this.workspace, (one) => {
      registerPacket(one, this.desk);
      registerSignoff(one, this.desk);
      registerKickoff(one, this.desk);
    });
    onTestFinished(async () => void (await app.stop()));
    return this;
  }

  /** Somebody presses a button (or chooses in a menu) of the newest message that has it. */
  async press(as: string, action_id: string, match = '', value?: unknown) {
    const { channels } = await this.#state();
    const places = channels.flatMap(({ id, messages }) =>
      messages.flatMap((message) => message.blocks.map((block) => ({ channel: id, ts: message.ts, block }))),
    );
    const place = places.findLast(
      ({ block }) => JSON.stringify(block).includes(`"${action_id}"`) && JSON.stringify(block).includes(match),
    );
    if (!place) throw new Error(`nobody shows ${action_id}`);
    return person(this.workspace, as).do('act', {
      container: { type: 'message', channel: place.channel, ts: place.ts },
      block_id: place.block.block_id,
      action_id,
      ...(value === undefined ? {} : { value }),
    });
  }

  /** The modal that somebody has in front of them, as one text and as it is. */
  async modal(as: string) {
    const { stack } = await person(this.workspace, as).see('views');
    const views = z.array(z.looseObject({ id: z.string(), blocks: z.array(z.unknown()) })).parse(stack);
    const view = views.at(-1);
    return view ? { view, text: JSON.stringify(view) } : null;
  }

  async submit(as: string, values: Record<string, Record<string, unknown>> = {}) {
    const open = await this.modal(as);
    if (!open) throw new Error(`${as} has no modal`);
    const answer = await person(this.workspace, as).do('submit', { view_id: open.view.id, values });
    await this.settle();
    return answer;
  }

  async whispered(to: string): Promise<string[]> {
    const { channels } = await this.#state();
    return channels.flatMap((one) => one.ephemerals).flatMap((one) => (one.to === to ? [one.text] : []));
  }

  /** Calls since the last question, by method. */
  took(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { method } of this.calls.splice(0)) counts[method] = (counts[method] ?? 0) + 1;
    return counts;
  }
}
