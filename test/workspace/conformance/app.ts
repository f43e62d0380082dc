import type { InputBlock, ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { WorkspaceSeed } from '../../../src/workspace/seed.ts';
import { startWorkspace, type Workspace } from '../../../src/workspace/server.ts';
import { clientOf, person, SCOPES, seedWith } from '../fixture.ts';
import { type RequestUrl, requestUrl } from '../request-url.ts';

/** An app behind a request URL that writes down what arrives and answers what it is told to; and Priya, who uses it. */
export interface Played {
  workspace: Workspace;
  client: WebClient;
  app: RequestUrl;
  priya: ReturnType<typeof person>;
  /** The wall clock of triggers, in milliseconds. */
  real: { ms: number };
  /** A fresh trigger from a global shortcut. */
  trigger(): Promise<string>;
  /** The newest payload of a type. */
  last(type: string): Record<string, unknown> | undefined;
  /** Priya's open modals, bottom first. */
  stack(): Promise<Modal[]>;
  /** Answers every request with this body until changed. */
  answers(body: Record<string, unknown> | null): void;
  close(): Promise<void>;
}

interface Modal {
  id: string;
  callback_id: string;
  blocks: { block_id: string; elements: { action_id: string }[] }[];
  state: Record<string, Record<string, Record<string, unknown>>>;
}

export async function play(more: Partial<WorkspaceSeed['app']> = {}): Promise<Played> {
  const real = { ms: Date.now() };
  const app = await requestUrl();
  const delivery = { http: app.address };
  const seed = seedWith({ scopes: [...SCOPES, 'assistant:write'], delivery, ...more });
  const workspace = await startWorkspace({ seed, wall: () => real.ms, rateLimits: false });
  const priya = person(workspace, 'U0PRIYA');
  return {
    workspace,
    client: clientOf(workspace),
    app,
    priya,
    real,
    last: (type) => app.got.map((one) => one.body).findLast((body) => body.type === type),
    async trigger() {
      await priya.do('shortcut', { callback_id: 'start_it' });
      return String(app.got.at(-1)?.body.trigger_id);
    },
    // The people protocol's own shape.
    stack: async () => (await priya.see('views')).stack as Modal[],
    answers(body) {
      app.answer = () => (body === null ? {} : { body: JSON.stringify(body) });
    },
    async close() {
      await workspace.close();
      app.close();
    },
  };
}

export const plain = (text: string) => ({ type: 'plain_text' as const, text });

export const NAME: InputBlock = {
  type: 'input',
  block_id: 'name',
  label: plain('Name'),
  element: { type: 'plain_text_input', action_id: 'v' },
};

export const modal = (more: Partial<ModalView> = {}): ModalView => ({
  type: 'modal',
  callback_id: 'cb',
  title: plain('Title'),
  submit: plain('Send'),
  blocks: [NAME],
  ...more,
});
