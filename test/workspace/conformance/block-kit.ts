import type { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Workspace } from '../../../src/workspace/server.ts';
import { clientOf, started } from '../fixture.ts';

export type Surface = 'message' | 'modal' | 'home';
type Json = Record<string, unknown>;

export const plain = (text: string) => ({ type: 'plain_text', text });
export const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
export const option = (value: string) => ({ text: plain(value), value });
export const letters = (count: number): string => 'a'.repeat(count);
export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));
export const richText = (...elements: Json[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: elements.length > 0 ? elements : [{ type: 'text', text: 'hi' }] }],
});
export const image = { type: 'image', image_url: 'https://example.test/a.png', alt_text: 'A chart' };
export const button = { type: 'button', text: plain('Go'), action_id: 'go' };
export const input = (element: Json, more: Json = {}) => ({ type: 'input', label: plain('Label'), element, ...more });
export const actions = (...elements: Json[]) => ({ type: 'actions', elements });

const everywhere: Surface[] = ['message', 'modal', 'home'];

/** Slack's own client asks `blocks.validate`; a workspace stands behind it for the tests of one file. */
export function blockKit() {
  let workspace: Workspace;
  let client: WebClient;
  beforeAll(async () => {
    // Hundreds of questions in a moment.
    workspace = await started({ rateLimits: false });
    client = clientOf(workspace);
  });
  afterAll(() => workspace.close());

  /** Pointer and message of everything that is wrong. */
  const judged = async (surface: Surface, blocks: Json[]): Promise<{ pointer: string; message: string }[]> => {
    const views = { title: plain('Title'), submit: plain('Send') };
    const asked =
      surface === 'message'
        ? { message: { blocks } }
        : { view: { type: surface, blocks, ...(surface === 'modal' ? views : {}) } };
    return errorsOf(client, asked);
  };

  return {
    workspace: () => workspace,
    client: () => client,
    /** Accepted on these surfaces and refused on the others. */
    async stands(block: Json, ...surfaces: Surface[]): Promise<void> {
      for (const surface of everywhere) {
        const wrong = await judged(surface, [block]);
        expect([surface, wrong.map((one) => one.message)]).toEqual([
          surface,
          surfaces.includes(surface) ? [] : [`unsupported type: ${String(block.type)}`],
        ]);
      }
    },
    async takes(surface: Surface, ...blocks: Json[]): Promise<void> {
      expect(await judged(surface, blocks)).toEqual([]);
    },
    /** Refused, and the first complaint points there; `says` is part of it. */
    async refuses(surface: Surface, block: Json | Json[], pointer: string, says = ''): Promise<void> {
      const [first] = await judged(surface, Array.isArray(block) ? block : [block]);
      expect(first).toMatchObject({ pointer, message: expect.stringContaining(says) });
    },
  };
}

type Kit = ReturnType<typeof blockKit>;

/** `errors` of the refusal. */
export async function errorsOf(client: WebClient, asked: Json): Promise<{ pointer: string; message: string }[]> {
  try {
    await client.apiCall('blocks.validate', asked);
    return [];
  } catch (error) {
    const data = error instanceof Error && 'data' in error ? error.data : undefined;
    const errors = typeof data === 'object' && data !== null && 'errors' in data ? data.errors : undefined;
    return Array.isArray(errors) ? errors : [];
  }
}

/** What every menu has: a placeholder of 150 characters, a confirmation, a place in actions and inputs. */
export async function isMenu(kit: Kit, type: string, more: Json = {}): Promise<void> {
  await kit.stands(
    actions({ type, placeholder: plain(letters(150)), focus_on_load: true, ...more }),
    'message',
    'modal',
    'home',
  );
  await kit.takes('message', { type: 'section', text: plain('a'), accessory: { type, ...more } });
  await kit.takes('modal', input({ type, ...more }));
  await kit.refuses(
    'message',
    actions({ type, placeholder: plain(letters(151)), ...more }),
    `/blocks/0/elements/0/placeholder/text`,
  );
  await kit.refuses(
    'message',
    actions({ type, placeholder: mrkdwn('a'), ...more }),
    `/blocks/0/elements/0/placeholder/type`,
  );
}
