import { z } from 'zod';
import { Permanent } from '../../platform/outbox/index.ts';
import { classify, patiently, slackErrorCode } from '../../platform/slack/index.ts';
import type { Desk } from '../kit/desk.ts';
import type { Find, Step } from './patch.ts';

type Slack = Pick<Desk, 'slack'>;

/** The canvas methods as Slack documents them; the client's types lag behind (no getContent, no title on channel canvases). */

const markdown = (text: string) => ({ type: 'markdown', markdown: text });
const Created = z.looseObject({ canvas_id: z.string() });
const Content = z.looseObject({ content: z.string().default('') });
const Sections = z.looseObject({ sections: z.array(z.looseObject({ id: z.string() })).default([]) });
const Info = z.looseObject({ file: z.looseObject({ permalink: z.string().optional(), user: z.string().optional() }) });
const Channel = z.looseObject({
  channel: z.looseObject({
    properties: z.looseObject({ canvas: z.looseObject({ file_id: z.string().optional() }).optional() }).optional(),
  }),
});
const Files = z.looseObject({
  files: z
    .array(z.looseObject({ id: z.string(), title: z.string().optional(), user: z.string().optional() }))
    .default([]),
});

export interface NewCanvas {
  title: string;
  text: string;
}

export const createInChannel = async (desk: Slack, channel: string, { title, text }: NewCanvas): Promise<string> =>
  Created.parse(
    await desk.slack.apiCall('conversations.canvases.create', {
      channel_id: channel,
      title,
      document_content: markdown(text),
    }),
  ).canvas_id;

export const createStandalone = async (desk: Slack, { title, text }: NewCanvas): Promise<string> =>
  Created.parse(await desk.slack.apiCall('canvases.create', { title, document_content: markdown(text) })).canvas_id;

/** The canvas in the channel's tab, or null. */
export const canvasOfChannel = async (desk: Slack, channel: string): Promise<string | null> => {
  const { channel: info } = Channel.parse(await desk.slack.conversations.info({ channel }));
  if (info.properties?.canvas?.file_id) return info.properties.canvas.file_id;
  const { files } = Files.parse(await desk.slack.apiCall('files.list', { types: 'canvas', channel }));
  return files[0]?.id ?? null;
};

/** Our own canvas with this title that an attempt made whose answer was lost, or null. */
export const canvasByTitle = async (desk: Pick<Desk, 'slack' | 'botUser'>, title: string): Promise<string | null> => {
  const { files } = Files.parse(await desk.slack.apiCall('files.list', { types: 'canvas', user: desk.botUser }));
  return files.find((one) => one.title === title && one.user === desk.botUser)?.id ?? null;
};

export const canvasInfo = async (
  desk: Slack,
  canvas: string,
): Promise<{ link: string | null; owner: string | null }> => {
  const { file } = Info.parse(await desk.slack.files.info({ file: canvas }));
  return { link: file.permalink ?? null, owner: file.user ?? null };
};

/** What stands in the canvas, or null where this workspace has no way to read it. */
export const readCanvas = async (desk: Slack, canvas: string): Promise<string | null> => {
  try {
    return Content.parse(await patiently(() => desk.slack.apiCall('canvases.getContent', { canvas_id: canvas })))
      .content;
  } catch (error) {
    if (['unknown_method', 'method_deprecated', 'not_allowed_token_type'].includes(slackErrorCode(error) ?? ''))
      return null;
    throw error;
  }
};

/** Slack takes one change a call, although `changes` is a list. */
const edit = (desk: Slack, canvas: string, change: Record<string, unknown>) =>
  patiently(() => desk.slack.apiCall('canvases.edit', { canvas_id: canvas, changes: [change] }));

export const replaceAll = (desk: Slack, canvas: string, text: string) =>
  edit(desk, canvas, { operation: 'replace', document_content: markdown(text) });

export const append = (desk: Slack, canvas: string, text: string) =>
  edit(desk, canvas, { operation: 'insert_at_end', document_content: markdown(text) });

/** Section ids change with each edit, so each change looks its place up anew. False when the place is not exactly one. */
export const applyStep = async (desk: Slack, canvas: string, step: Step): Promise<boolean> => {
  const found = await lookup(desk, canvas, step.find);
  if (found.length !== 1) return false;
  await edit(desk, canvas, {
    operation: step.operation,
    section_id: found[0],
    ...(step.operation === 'delete' ? {} : { document_content: markdown(step.markdown) }),
  });
  return true;
};

const lookup = async (desk: Slack, canvas: string, criteria: Find): Promise<string[]> =>
  Sections.parse(
    await patiently(() => desk.slack.apiCall('canvases.sections.lookup', { canvas_id: canvas, criteria })),
  ).sections.map((one) => one.id);

/** People read; Baton writes. Where Slack does not allow that for a channel's own canvas, hand edits are noticed instead. */
export const readOnlyFor = async (
  desk: Pick<Desk, 'slack' | 'log'>,
  canvas: string,
  channel: string,
): Promise<void> => {
  try {
    await desk.slack.apiCall('canvases.access.set', {
      canvas_id: canvas,
      access_level: 'read',
      channel_ids: [channel],
    });
  } catch (error) {
    const failure = classify(error);
    if (!(failure instanceof Permanent)) throw error;
    desk.log.warn('A canvas could not be made read-only for its channel.', { canvas, code: failure.code });
  }
};
