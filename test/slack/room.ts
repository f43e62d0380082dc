import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Bot, startBot } from '../../src/bot.ts';
import { wordsOf } from '../../src/demo/elements.ts';
import { OnRecord } from '../../src/demo/on-record.ts';
import { People, type Person } from '../../src/demo/people.ts';
import type { Message, Response, View } from '../../src/demo/seen.ts';
import { until } from '../../src/demo/until.ts';
import type { Config } from '../../src/platform/config/index.ts';
import { applyManifest } from '../../src/workspace/manifest.ts';
import { sampleCompany } from '../../src/workspace/sample-company.ts';
import { WorkspaceSeed } from '../../src/workspace/seed.ts';
import { startWorkspace, type Workspace } from '../../src/workspace/server.ts';
import { RecordingLog } from '../platform/recording-log.ts';
import { temporaryFolder } from '../platform/temporary.ts';
import { freePort } from '../workspace/request-url.ts';

export const priya: Person = { id: 'U0PRIYA', name: 'Priya Raman' };
export const tomasz: Person = { id: 'U0TOMASZ', name: 'Tomasz Nowak' };
export const marcus: Person = { id: 'U0MARCUS', name: 'Marcus Webb' };
export const yuki: Person = { id: 'U0YUKI', name: 'Yuki Tanaka' };

type Values = Record<string, string | readonly string[] | null>;

export const newDeal = (change: Values = {}): Values => ({
  name: 'Berth booking',
  customer: 'Harbour Rowing',
  deal_id: 'D-7',
  value: '48000',
  currency: 'EUR',
  close_date: '2026-03-01',
  kickoff_date: '2026-03-20',
  account_owner: priya.id,
  delivery_lead: tomasz.id,
  approver: marcus.id,
  vendor: 'Northwind Systems',
  people: 'Priya Raman, us, account executive\nOlga Reiter, customer, secretary',
  ...change,
});

export const contract = `# Statement of work\nSigned for Northwind Systems and for Harbour Rowing on 1 March 2026.\n\n## Scope\n2.1 The provider delivers an online booking calendar for 40 berths.\n2.2 Training of two volunteers by video call.\n\n## Out of scope\n- Integration with the accounting system.\n`;
const call = `[00:01:00] Olga Reiter: Will it talk to our accounting system?\n[00:01:05] Priya Raman: Yes, we will connect it to your accounting system before go-live.\n[00:02:00] Priya Raman: We will train all your volunteers on site, free of charge.\n`;

/** The real workspace and the real bot, in this process, on a database of their own. */
export class Room {
  readonly workspace: Workspace;
  readonly people: People;
  readonly log = new RecordingLog();
  readonly database: string;
  bot: Bot;
  #config: Config;

  static async open(options: { http?: boolean; mayCreateChannels?: boolean } = {}): Promise<Room> {
    const port = options.http ? await freePort() : 0;
    const manifest: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '../../manifest.json'), 'utf8'));
    const seed = applyManifest(sampleCompany, manifest);
    const app = {
      ...seed.app,
      allow_channel_creation: options.mayCreateChannels ?? true,
      ...(options.http ? { delivery: { http: `http://127.0.0.1:${port}/slack/events` } } : {}),
    };
    const workspace = await startWorkspace({
      seed: WorkspaceSeed.parse({ ...seed, app }),
      clockStart: '2026-03-02T09:30:00Z',
    });
    const database = join(temporaryFolder(), 'baton.sqlite');
    const config: Config = {
      slack: {
        botToken: workspace.bot_token,
        apiUrl: `${workspace.url}/api/`,
        ...(options.http
          ? { mode: 'http', signingSecret: workspace.signing_secret, port }
          : { mode: 'socket', appToken: workspace.app_token }),
      },
      database,
      clockUrl: `${workspace.url}/clock`,
      digestChannel: 'C0HANDOFFS',
      timezone: 'UTC',
      holidays: undefined,
      logLevel: 'warn',
      tickSeconds: 1,
    };
    const room = new Room(workspace, database, config);
    await room.start();
    onTestFinished(async () => {
      await room.bot.stop();
      await workspace.close();
    });
    return room;
  }

  private constructor(workspace: Workspace, database: string, config: Config) {
    this.workspace = workspace;
    this.people = new People(workspace.url);
    this.database = database;
    this.#config = config;
    this.bot = undefined as unknown as Bot; // set by start(), which every Room.open awaits
  }

  async start(): Promise<void> {
    this.bot = await startBot(this.#config, this.log);
    await until('the app to be connected', async () => (await this.people.company()).app?.connected);
  }

  async restart(): Promise<void> {
    await this.bot.stop();
    await this.start();
  }

  record<T>(look: (record: OnRecord) => T): T {
    const record = new OnRecord(this.database);
    try {
      return look(record);
    } finally {
      record.close();
    }
  }

  control = async (path: string, body: unknown): Promise<void> => {
    const answer = await fetch(`${this.workspace.url}/control/${path}`, { method: 'POST', body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`the workspace refused ${path}: ${await answer.text()}`);
  };

  fault = (method: string, fault: string, times = 1): Promise<void> =>
    this.control('faults', { method, fault, times, retry_after: 1 });

  /** Everything said and done is seen: nothing waits in the inbox or the outbox. */
  settled = async (): Promise<void> => {
    await until('Slack to have delivered everything', async () => (await this.people.everything()).pending === 0);
    await until(
      () =>
        `nothing to wait: ${JSON.stringify(this.record((record) => record.outbox().busy.map((row) => [row.key, row.status, row.lastError])))}`,
      () => this.record((record) => record.outbox().busy.length === 0 && record.inbox().busy.length === 0),
    );
  };

  async openModal(person: Person): Promise<View> {
    await this.people.slash(person, 'C0GENERAL', '/handoff', 'new');
    return this.people.topView(person);
  }

  async tryOpen(values: Values = newDeal(), person: Person = priya): Promise<Response> {
    return this.people.submit(person, await this.openModal(person), values);
  }

  /** A handoff with its channel and desk. Returns its id. */
  async handoff(values: Values = newDeal()): Promise<string> {
    await this.tryOpen(values);
    await this.people.closeAll(priya);
    const h = this.record((record) => record.handoffOfDeal(String(values.deal_id)));
    if (h === null) throw new Error('the handoff is not on record');
    await until('the desk', () => this.record((record) => record.delivered(`desk:${h}`)));
    await this.settled();
    return h;
  }

  channel(h: string): string {
    const channel = this.record((record) => record.channel(h));
    if (channel === null) throw new Error('the handoff has no channel');
    return channel;
  }

  async drop(h: string, name: string, content: string | Uint8Array, person: Person = priya): Promise<void> {
    await this.people.upload(
      person,
      this.channel(h),
      name,
      typeof content === 'string' ? new TextEncoder().encode(content) : content,
    );
    await this.settled();
  }

  /** A handoff whose evidence was read: flags stand open. */
  async reviewed(): Promise<string> {
    const h = await this.handoff();
    await this.drop(h, 'sow-signed.md', contract);
    await this.click(priya, `evidence:${h}`, 'source.signed');
    await this.drop(h, 'discovery-call.txt', call);
    await until('flags', () => this.record((record) => record.flags(h).length > 0));
    await this.settled();
    return h;
  }

  /** The bot's messages under a metadata key. */
  async under(key: string): Promise<{ channel: string; ts: string; text: string }[]> {
    const all = await this.people.everything();
    return all.channels.flatMap(({ id, messages }) =>
      messages
        .filter((one) => one.metadata?.event_payload.key === key)
        .map(({ ts, text }) => ({ channel: id, ts, text })),
    );
  }

  async message(person: Person, key: string): Promise<{ channel: string; message: Message }> {
    const [at] = await this.under(key);
    if (!at) throw new Error(`nothing stands under ${key}`);
    const found = (await this.people.allMessages(person, at.channel)).find((one) => one.ts === at.ts);
    if (!found) throw new Error(`${person.name} does not see ${key}`);
    return { channel: at.channel, message: found };
  }

  words = async (person: Person, key: string): Promise<string> =>
    wordsOf((await this.message(person, key)).message.blocks);

  async click(person: Person, key: string, action: string): Promise<void> {
    await this.people.click(person, await this.message(person, key), action);
    await this.settled();
  }

  async submit(person: Person, values: Values): Promise<Response> {
    const response = await this.people.submit(person, await this.people.topView(person), values);
    await this.settled();
    return response;
  }

  modal = async (person: Person): Promise<string> => wordsOf((await this.people.topView(person)).blocks);

  /** Private words to a person in the handoff's channel. */
  async whispers(person: Person, h: string): Promise<string> {
    const seen = await this.people.allMessages(person, this.channel(h));
    return seen
      .filter((one) => one.ephemeral)
      .map((one) => `${one.text} ${wordsOf(one.blocks)}`)
      .join('\n');
  }

  async dms(person: Person): Promise<Message[]> {
    const bot = this.workspace.world.app.bot_user.id;
    const channel = await this.people.openDm(person, bot);
    return (await this.people.history(person, channel)).filter((one) => one.user === bot);
  }
}
