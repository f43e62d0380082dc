import { App, type Receiver } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { expect, onTestFinished } from 'vitest';
import { offlineEngine } from '../../../src/analysis/offline/index.ts';
import { registerIntake } from '../../../src/desk/intake/listeners.ts';
import type { Desk } from '../../../src/desk/kit/desk.ts';
import { registerQuestions } from '../../../src/desk/questions/listeners.ts';
import { questionReaction } from '../../../src/desk/questions/react.ts';
import { questionSenders } from '../../../src/desk/questions/senders.ts';
import { registerReview } from '../../../src/desk/review/listeners.ts';
import { reviewReaction } from '../../../src/desk/review/react.ts';
import { reviewSenders } from '../../../src/desk/review/senders.ts';
import { wanted } from '../../../src/desk/wanted.ts';
import type { Actor } from '../../../src/handoff/actor.ts';
import type { Command } from '../../../src/handoff/command.ts';
import { defaultPolicy } from '../../../src/handoff/policy.ts';
import { calendar } from '../../../src/platform/calendar/index.ts';
import { OutboxWorker } from '../../../src/platform/outbox/index.ts';
import { classify, createWebClient } from '../../../src/platform/slack/index.ts';
import type { Reaction } from '../../../src/record/record.ts';
import { reading } from '../../handoff/support/analysis.ts';
import { anna, call, contract, opening, reader } from '../../handoff/support/deal.ts';
import { RecordingLog } from '../../platform/recording-log.ts';
import { HandClock, temporaryStore } from '../../platform/temporary.ts';
import { recordOn } from '../../record/support/a-record.ts';
import { fakeSlack } from './fake-slack.ts';
import { every } from './read.ts';

const channelFirst: Reaction = ({ before, after }) =>
  before === null ? [wanted.channel(after.id), wanted.members(after.id), wanted.desk(after.id)] : [];

const receiver: Receiver = { init: () => undefined, start: async () => undefined, stop: async () => undefined };

/** The channel of an open handoff whose evidence was read: real record, outbox and Bolt, and Slack at its HTTP edge. */
export const aChannel = async (analysis: Parameters<typeof reading>[0] = {}) => {
  const store = temporaryStore();
  const clock = new HandClock();
  const log = new RecordingLog();
  const slack = await fakeSlack();
  const policy = defaultPolicy;
  const record = recordOn(store, clock, [channelFirst, reviewReaction(policy), questionReaction]);
  const desk: Desk = {
    record,
    store,
    slack: createWebClient('xoxb-1', { url: slack.url, log }),
    botUser: 'U_BATON',
    team: '',
    clock,
    calendar,
    policy,
    zone: 'UTC',
    holidays: undefined,
    digestChannel: undefined,
    engine: offlineEngine,
    download: () => Promise.reject(new Error('nothing is downloaded here')),
    readDocument: () => Promise.reject(new Error('nothing is read here')),
    log,
    reference: () => 'ref1',
  };
  const senders = {
    channel: { send: async () => ({ remote: { channel: 'C1' } }) },
    members: { send: async () => undefined },
    desk: { send: async () => ({ remote: { channel: 'C1', ts: '1.1' } }) },
    ...reviewSenders(desk),
    ...questionSenders(desk),
  };
  const worker = new OutboxWorker({
    store,
    clock,
    log,
    senders,
    classify,
    random: () => 0.5,
    after: () => () => undefined,
  });
  await worker.start();
  onTestFinished(() => worker.stop());
  const app = new App({ receiver, authorize: async () => ({ botToken: 'xoxb-1', botId: 'B1', botUserId: 'U_BATON' }) });
  registerReview(app, desk);
  registerIntake(app, desk);
  registerQuestions(app, desk);

  const { handoff } = await record.open({ actor: anna, command: opening() });
  const h = handoff.id;
  const run = async (actor: Actor, command: Command) => {
    const after = await record.run(h, { actor, command });
    await worker.idle();
    return after;
  };
  await run(anna, contract);
  await run(anna, call);
  await run(reader, reading(analysis));

  const process = async (body: Record<string, unknown>): Promise<unknown> => {
    let answer: unknown;
    const whole = { team: { id: 'T1' }, api_app_id: 'A1', token: 't', trigger_id: '1.2', ...body };
    const ack = async (given: unknown) => {
      answer = given;
    };
    await app.processEvent({ body: whole, ack });
    await worker.idle();
    return answer;
  };
  const element = (message: { blocks: unknown[] }, actionId: string): Record<string, unknown> => {
    const found = every(message.blocks, 'elements')
      .flat()
      .find((one) => typeof one === 'object' && one !== null && 'action_id' in one && one.action_id === actionId);
    expect(found, `no ${actionId} to click`).toBeDefined();
    return { ...(found as object) }; // checked one line above
  };
  return {
    h,
    clock,
    desk,
    log,
    slack,
    run,
    record,
    worker,
    state: () => record.load(h) ?? handoff,
    /** A button of a posted message, as Slack tells of it; `option` for a menu. */
    click: (user: string, message: { ts: string; blocks: unknown[] }, actionId: string, option?: number) => {
      const { type, value, options } = element(message, actionId);
      const selected = Array.isArray(options) && option !== undefined ? { selected_option: options[option] } : {};
      return process({
        type: 'block_actions',
        user: { id: user },
        channel: { id: 'C1' },
        message: { ts: message.ts, thread_ts: '1.1' },
        actions: [{ type, action_id: actionId, block_id: 'b', value, ...selected }],
      });
    },
    clickInModal: (user: string, view: ModalView, actionId: string) => {
      const { type, value } = element(view, actionId);
      return process({
        type: 'block_actions',
        user: { id: user },
        view: { id: 'V1', type: 'modal' },
        actions: [{ type, action_id: actionId, block_id: 'b', value }],
      });
    },
    submit: (user: string, view: ModalView, values: Record<string, Record<string, unknown>>) =>
      process({
        type: 'view_submission',
        user: { id: user },
        view: {
          ...view,
          id: 'V1',
          state: {
            values: Object.fromEntries(Object.entries(values).map(([block, state]) => [block, { value: state }])),
          },
        },
      }),
  };
};

export const typed = (value: string) => ({ type: 'plain_text_input', value });
export const picked = (value: string) => ({ type: 'static_select', selected_option: { value } });
export const somebody = (user: string | null) => ({ type: 'users_select', selected_user: user });
