import type { Random } from './random.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });

/** Blocks that Slack takes in a message; `at` keeps block ids apart. */
export function someBlocks(random: Random): Record<string, unknown>[] {
  return Array.from({ length: 1 + random.int(5) }, (_, at) => someBlock(random, at));
}

function someBlock(random: Random, at: number): Record<string, unknown> {
  const text = random.words(6);
  const button = { type: 'button', action_id: `go_${at}`, text: plain('Go'), value: text };
  const all: Record<string, unknown>[] = [
    { type: 'section', text: mrkdwn(text) },
    { type: 'section', block_id: `b${at}`, text: mrkdwn(text), accessory: button },
    { type: 'section', fields: [mrkdwn(text), plain(text)] },
    { type: 'header', text: plain('Readiness') },
    { type: 'divider' },
    { type: 'context', elements: [mrkdwn(text)] },
    { type: 'actions', elements: [button, { type: 'datepicker', action_id: `day_${at}`, initial_date: '2026-12-14' }] },
    {
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text, style: { bold: true } }] }],
    },
  ];
  return all[random.int(all.length)] ?? { type: 'divider' };
}

export const someModal = (random: Random): Record<string, unknown> => ({
  type: 'modal',
  title: plain('A modal'),
  submit: plain('Save'),
  callback_id: 'random',
  blocks: [
    { type: 'input', block_id: 'why', label: plain('Why'), element: { type: 'plain_text_input', action_id: 'text' } },
    ...someBlocks(random),
  ],
});

export const someMarkdown = (random: Random): string =>
  random.pick([
    `# ${random.words(3)}\n\n${random.words(8)}`,
    `${random.words(5)}\n\n- [ ] one\n- [x] two`,
    `| a | b |\n|---|---|\n| 1 | ${random.int(9)} |`,
    `> ${random.words(4)}`,
    '---',
    `1. ${random.words(3)}\n2. ${random.words(3)}`,
  ]) ?? '';
