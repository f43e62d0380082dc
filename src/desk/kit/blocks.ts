import type {
  ActionsBlock,
  Button,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  InputBlock,
  KnownBlock,
  ModalView,
  PlainTextOption,
  SectionBlock,
} from '@slack/types';
import { limits, truncate } from '../../platform/slack/index.ts';

/** The few Block Kit shapes Baton speaks in. Text given here is Slack mrkdwn whose outside parts went through `mrkdwn()`. */

export const plain = (text: string, max: number = limits.sectionText) => ({
  type: 'plain_text' as const,
  text: truncate(text, max),
  emoji: true,
});
const md = (text: string, max: number = limits.sectionText) => ({
  type: 'mrkdwn' as const,
  text: truncate(text, max),
});

export const header = (text: string): HeaderBlock => ({ type: 'header', text: plain(text, limits.headerText) });
export const divider = (): DividerBlock => ({ type: 'divider' });
export const section = (text: string, accessory?: SectionBlock['accessory']): SectionBlock => ({
  type: 'section',
  text: md(text),
  ...(accessory ? { accessory } : {}),
});
export const context = (...texts: string[]): ContextBlock => ({
  type: 'context',
  elements: texts.slice(0, limits.contextElements).map((text) => md(text)),
});

export interface ButtonSpec {
  text: string;
  action: string;
  /** What the click is about; parsed by the listener. */
  value: Record<string, string | number | null>;
  style?: 'primary' | 'danger';
  confirm?: { title: string; text: string; confirm: string };
}

export const button = ({ text, action, value, style, confirm }: ButtonSpec): Button => ({
  type: 'button',
  text: plain(text, limits.buttonText),
  action_id: action,
  value: JSON.stringify(value),
  ...(style ? { style } : {}),
  ...(confirm
    ? {
        confirm: {
          title: plain(confirm.title, limits.confirmTitle),
          text: plain(confirm.text, limits.confirmText),
          confirm: plain(confirm.confirm, limits.confirmButton),
          deny: plain('Go back', limits.confirmButton),
        },
      }
    : {}),
});

export const linkButton = (text: string, action: string, url: string): Button => ({
  type: 'button',
  text: plain(text, limits.buttonText),
  action_id: action,
  url,
});

/** Empty `elements` is an error to Slack: no block then. */
export const actions = (...elements: ActionsBlock['elements'][number][]): ActionsBlock[] =>
  elements.length === 0 ? [] : [{ type: 'actions', elements: elements.slice(0, limits.actionsElements) }];

export const option = (text: string, value: string, description?: string): PlainTextOption => ({
  text: plain(text, limits.optionText),
  value,
  ...(description ? { description: plain(description, limits.optionDescription) } : {}),
});

/** An input whose block id is also the name of its field, so that an error finds its place. Its action id is always `value`. */
export const input = (
  field: string,
  label: string,
  element: InputBlock['element'],
  more: { hint?: string; optional?: boolean } = {},
): InputBlock => ({
  type: 'input',
  block_id: field,
  label: plain(label, limits.inputLabel),
  element: { ...element, action_id: 'value' },
  optional: more.optional ?? false,
  ...(more.hint ? { hint: plain(more.hint, limits.inputHint) } : {}),
});

export const textInput = (
  more: { multiline?: boolean; initial?: string; placeholder?: string; max?: number } = {},
): InputBlock['element'] => ({
  type: 'plain_text_input',
  multiline: more.multiline ?? false,
  max_length: more.max ?? (more.multiline ? limits.plainTextInput : 200),
  ...(more.initial
    ? { initial_value: truncate(more.initial, more.max ?? (more.multiline ? limits.plainTextInput : 200)) }
    : {}),
  ...(more.placeholder ? { placeholder: plain(more.placeholder, limits.placeholder) } : {}),
});

export const modal = (spec: {
  callback: string;
  title: string;
  submit?: string;
  close?: string;
  metadata: Record<string, string | number | null>;
  blocks: KnownBlock[];
}): ModalView => ({
  type: 'modal',
  callback_id: spec.callback,
  title: plain(spec.title, limits.viewTitle),
  ...(spec.submit ? { submit: plain(spec.submit, limits.viewSubmit) } : {}),
  close: plain(spec.close ?? (spec.submit ? 'Cancel' : 'Close'), limits.viewClose),
  private_metadata: JSON.stringify(spec.metadata),
  blocks: spec.blocks.slice(0, limits.blocksPerView),
});

/** A sentence where a modal is the only place to say it. */
export const notice = (title: string, text: string): ModalView =>
  modal({ callback: 'kit.notice', title, metadata: {}, blocks: [section(text)] });
