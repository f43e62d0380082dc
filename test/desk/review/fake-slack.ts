import type { IncomingMessage } from 'node:http';
import type { ModalView } from '@slack/types';
import { expect } from 'vitest';
import { validateBlocks } from '../../../src/workspace/blocks/validate.ts';
import { serve } from '../../platform/http-server.ts';

export interface Posted {
  ts: string;
  thread_ts: string | undefined;
  text: string;
  blocks: unknown[];
  edits: number;
}

const read = async (request: IncomingMessage): Promise<URLSearchParams> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return new URLSearchParams(Buffer.concat(parts).toString());
};

const names: Record<string, string> = { U_ANNA: 'Anna Lind', U_DEEP: 'Deep Rao' };

/** As much of Slack's Web API as these conversations use. What Slack would refuse fails the test. */
export const fakeSlack = async () => {
  const messages: Posted[] = [];
  const modals: { method: string; view: ModalView }[] = [];
  const whispers: { user: string; text: string }[] = [];
  const guests = new Set<string>();

  const answer = (method: string, args: URLSearchParams): Record<string, unknown> => {
    const text = args.get('text') ?? '';
    const blocks: unknown[] = JSON.parse(args.get('blocks') ?? '[]');
    expect(validateBlocks(blocks, 'message')).toEqual([]);
    switch (method) {
      case 'chat.postMessage': {
        const ts = `${messages.length + 1}.000`;
        messages.push({ ts, thread_ts: args.get('thread_ts') ?? undefined, text, blocks, edits: 0 });
        return { channel: args.get('channel'), ts };
      }
      case 'chat.update': {
        const known = messages.find((one) => one.ts === args.get('ts'));
        if (!known) return { ok: false, error: 'message_not_found' };
        Object.assign(known, { text, blocks, edits: known.edits + 1 });
        return { channel: args.get('channel'), ts: known.ts };
      }
      case 'chat.postEphemeral':
        whispers.push({ user: args.get('user') ?? '', text });
        return {};
      case 'views.open':
      case 'views.push':
      case 'views.update': {
        const view: ModalView = JSON.parse(args.get('view') ?? '{}');
        expect(validateBlocks(view.blocks, 'modal')).toEqual([]);
        modals.push({ method, view });
        return { view: { id: 'V1' } };
      }
      case 'users.info': {
        const id = args.get('user') ?? '';
        return { user: { id, real_name: names[id] ?? id, tz: 'Europe/Vienna', is_restricted: guests.has(id) } };
      }
      default:
        throw new Error(`nobody expected ${method}`);
    }
  };
  const origin = await serve(async (request, response) => {
    const method = (request.url ?? '').replace('/api/', '');
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ok: true, ...answer(method, await read(request)) }));
  });
  return {
    url: `${origin}/api/`,
    messages,
    modals,
    whispers,
    guests,
    /** The message that says this. */
    saying: (words: string): Posted => {
      const found = messages.find((one) => JSON.stringify(one).includes(words));
      if (!found) throw new Error(`no message says ${words}`);
      return found;
    },
    lastModal: (): ModalView => {
      const last = modals.at(-1);
      if (!last) throw new Error('no modal was opened');
      return last.view;
    },
  };
};
