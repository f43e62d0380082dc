import type { ModalView } from '@slack/types';
import { expect } from 'vitest';
import type { Shown } from '../../../src/desk/kit/show.ts';
import { limits } from '../../../src/platform/slack/index.ts';
import { validateBlocks } from '../../../src/workspace/blocks/validate.ts';

interface Anything {
  [key: string]: unknown;
}
const isAnything = (value: unknown): value is Anything => typeof value === 'object' && value !== null;

/** Every value of one key, anywhere inside. */
export const every = (inside: unknown, key: string): unknown[] =>
  !isAnything(inside)
    ? []
    : Object.entries(inside).flatMap(([name, value]) => [...(name === key ? [value] : []), ...every(value, key)]);

/** What a reader reads, top to bottom. */
export const readable = (blocks: readonly unknown[]): string =>
  every(blocks, 'text')
    .filter((one) => typeof one === 'string')
    .join('\n');

export const actionIds = (blocks: readonly unknown[]): unknown[] => every(blocks, 'action_id');

/** Slack would take this message as it is. */
export const expectSound = (shown: Shown): void => {
  expect(validateBlocks(shown.blocks, 'message')).toEqual([]);
  expect(shown.text.trim()).not.toBe('');
  expect(shown.text.length).toBeLessThanOrEqual(limits.messageText);
};

/** Slack would take this modal as it is. */
export const expectSoundModal = (view: ModalView): void => {
  expect(validateBlocks(view.blocks, 'modal')).toEqual([]);
  expect(view.title.text.length).toBeLessThanOrEqual(limits.viewTitle);
  expect(Buffer.byteLength(JSON.stringify(view))).toBeLessThanOrEqual(limits.viewBytes);
  expect(view.private_metadata?.length ?? 0).toBeLessThanOrEqual(limits.privateMetadata);
};

/** Mentions, broadcasts, links and dates that Slack would act on. */
export const live = (text: string): string[] => text.match(/<[^>]*>/g) ?? [];
