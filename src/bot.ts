import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { App, type Receiver } from '@slack/bolt';
import { inChild, mergeInChild } from './analysis/analyse-safely.ts';
import type { Engine } from './analysis/engine.ts';
import { connectModel } from './analysis/model/index.ts';
import { offlineEngine } from './analysis/offline/index.ts';
import { readSafely } from './analysis/reading/read-safely.ts';
import { onFailed } from './desk/failed.ts';
import { reactions, registerDesk, senders } from './desk/index.ts';
import type { Desk } from './desk/kit/desk.ts';
import { tellSecret } from './desk/kit/tell-secret.ts';
import { createTick } from './desk/tick.ts';
import { defaultPolicy } from './handoff/policy.ts';
import { paths } from './paths.ts';
import { calendar } from './platform/calendar/index.ts';
import { type Clock, followClock, systemClock } from './platform/clock/index.ts';
import type { Config } from './platform/config/index.ts';
import { InboxWorker } from './platform/inbox/index.ts';
import type { Log } from './platform/log/index.ts';
import { OutboxWorker } from './platform/outbox/index.ts';
import { createSocketReceiver, HttpFront, InboxReceiver } from './platform/receive/index.ts';
import { Ticker } from './platform/schedule/index.ts';
import { classify, createWebClient, downloadSlackFile, slackFileOrigins, slackLogger } from './platform/slack/index.ts';
import { openStore } from './platform/store/index.ts';
import { HandoffRecord } from './record/record.ts';

export interface Bot {
  /** The port of the HTTP front, or null in Socket Mode. */
  port: number | null;
  /** Looks for due reminders and digests now; the ticker does it every few seconds by itself. */
  tick(): Promise<void>;
  health(): ReturnType<OutboxWorker['health']>;
  /** Takes nothing new, finishes what is under way, closes the database. */
  stop(): Promise<void>;
}

/** The rules, and a language model beside them where there is a key. */
const engineOf = async ({ model, database }: Config, log: Log, clock: Clock): Promise<Engine> => {
  const entry = paths.analysisChild;
  const offline = inChild(offlineEngine, { entry });
  if (!model) return offline;
  const folder = join(dirname(database), 'model');
  return connectModel(model, { offline, merge: mergeInChild({ entry }), folder, now: clock.now(), log });
};

const shortId = (bytes: number): string => randomBytes(bytes).toString('hex');
const largestFile = 20 * 1024 * 1024;

/** Puts the parts together and starts them. Throws `StoreError` or a Web API error with what is wrong. */
export const startBot = async (config: Config, log: Log): Promise<Bot> => {
  const followed = config.clockUrl ? await followClock(config.clockUrl) : null;
  const clock: Clock = followed ?? systemClock;
  const store = openStore(config.database, { migrations: paths.migrations, now: clock.now() });
  try {
    return await assemble(config, log, clock, store, async () => followed?.stop());
  } catch (error) {
    followed?.stop();
    await store.close();
    throw error;
  }
};

const assemble = async (
  config: Config,
  log: Log,
  clock: Clock,
  store: ReturnType<typeof openStore>,
  stopClock: () => Promise<void>,
): Promise<Bot> => {
  const { botToken, apiUrl } = config.slack;
  const slack = createWebClient(botToken, { url: apiUrl, log });
  const self = await slack.auth.test();
  const policy = defaultPolicy;
  const record = new HandoffRecord({
    store,
    clock,
    calendar,
    policy,
    zone: config.timezone,
    reactions: reactions(policy),
    newId: (prefix) => `${prefix}_${shortId(6)}`,
    random: () => ({ ref: shortId(12), salt: shortId(16) }),
    onSecret: (user, handoffId) => void tellSecret(desk, user, handoffId),
  });
  const desk: Desk = {
    record,
    store,
    slack,
    botUser: self.user_id ?? '',
    team: self.team_id ?? '',
    clock,
    calendar,
    policy,
    zone: config.timezone,
    holidays: config.holidays,
    digestChannel: config.digestChannel,
    engine: await engineOf(config, log, clock),
    download: async (file) =>
      (await downloadSlackFile(file, botToken, { maxBytes: largestFile, allowedOrigins: slackFileOrigins(apiUrl) }))
        .bytes,
    readDocument: (bytes, fileName) => readSafely(bytes, fileName, { entry: paths.documentChild }),
    log,
    reference: () => shortId(4),
  };

  const outbox = new OutboxWorker({
    store,
    clock,
    log,
    senders: senders(desk),
    random: Math.random,
    classify,
    slow: { kinds: ['read', 'analysis'], lanes: 2 },
    onFailed: (entry, failure) => onFailed(desk, entry, failure.code),
  });
  const front =
    config.slack.mode === 'http'
      ? new HttpFront({
          signingSecret: config.slack.signingSecret,
          port: config.slack.port,
          log,
          health: () => ({ ok: outbox.health().state === 'running', ...outbox.health() }),
        })
      : null;
  const inner: Receiver =
    front ??
    createSocketReceiver({ appToken: config.slack.mode === 'socket' ? config.slack.appToken : '', apiUrl, log });
  const receiver = new InboxReceiver({ inner, store, clock, log, stored: () => inboxWorker.wake() });
  const inboxWorker = new InboxWorker({ store, clock, log, handle: receiver.handle });
  const app = new App({
    receiver,
    token: botToken,
    botUserId: desk.botUser,
    logger: slackLogger(log),
    clientOptions: { slackApiUrl: apiUrl },
  });
  app.error(async (error) => {
    throw error;
  });
  registerDesk(app, desk, self.team ?? '');

  const ticker = new Ticker({ everySeconds: config.tickSeconds, clock, log, tick: createTick(desk) });
  const unsubscribe = store.onCommit(() => outbox.wake());
  await outbox.start();
  const started = await app.start();
  await inboxWorker.start();
  ticker.start();
  log.info('Baton is running.', { mode: config.slack.mode, team: self.team });

  return {
    port: front && typeof started === 'number' ? started : null,
    tick: () => ticker.tick(),
    health: () => outbox.health(),
    stop: async () => {
      await ticker.stop();
      await app.stop();
      await inboxWorker.stop();
      unsubscribe();
      await outbox.stop();
      await stopClock();
      await store.close();
    },
  };
};
