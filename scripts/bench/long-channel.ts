import { postMessage } from '../../src/workspace/state/messages.ts';
import type { Channel, Json } from '../../src/workspace/state/model.ts';
import { react } from '../../src/workspace/state/reacting.ts';
import type { World } from '../../src/workspace/state/world.ts';

const MINUTE_MS = 60_000;

/** Fills a channel with messages of every usual kind, some minutes apart: plain and long text, code, lists, Block Kit, tables, reactions and threads. */
export function fillChannel(world: World, channel: Channel, count: number): void {
  const people = [...channel.members].filter((id) => !world.users.get(id)?.is_bot);
  const bot = world.app.bot_user.id;
  for (let n = 0; n < count; n += 1) {
    world.clock.advance((1 + (n % 7)) * MINUTE_MS);
    const user = people[Math.floor(n / 3) % people.length] ?? bot;
    const made = n % 9 === 4 ? { user: bot, ...blocksOf(n) } : { user, text: textOf(n) };
    const message = postMessage(world, channel, made);
    if (n % 5 === 0) react(world, channel, message, people[0] ?? bot, 'eyes');
    if (n % 15 === 0) react(world, channel, message, people[1] ?? bot, 'white_check_mark');
    if (n % 20 === 0)
      for (const answer of ['Yes.', 'It is done.'])
        postMessage(world, channel, { user, text: answer, thread_ts: message.ts });
  }
}

function textOf(n: number): string {
  switch (n % 6) {
    case 0:
      return `Message ${n}: the import of *${n % 40} users* is _nearly_ done :tada:, see <https://northwind.example/${n}|the plan>.`;
    case 1:
      return `Message ${n}\n• check the numbers\n• ask <@U0PRIYA>\n• write it down`;
    case 2:
      return `Message ${n}: \`npm test\` says\n\`\`\`\nok ${n} tests\n   in ${n % 9}.2 s\n\`\`\``;
    case 3:
      return `Message ${n}. ${'A long paragraph about what was agreed on the call, who said so and what follows from it. '.repeat(1 + (n % 5))}`;
    case 4:
      return `> quoted in message ${n}\nand answered`;
    default:
      return `Message ${n}`;
  }
}

const mrkdwn = (text: string): Json => ({ type: 'mrkdwn', text });
const cell = (text: string): Json => ({ type: 'raw_text', text });

function blocksOf(n: number): { text: string; blocks: Json[] } {
  const text = `Status ${n}`;
  if (n % 2 === 0) {
    const rows = Array.from({ length: 4 }, (_, row) => [cell(`Item ${row}`), cell(`${n + row} days`), cell('Priya')]);
    return { text, blocks: [{ type: 'table', rows: [[cell('What'), cell('Due'), cell('Who')], ...rows] }] };
  }
  return {
    text,
    blocks: [
      { type: 'header', text: { type: 'plain_text', text } },
      {
        type: 'section',
        text: mrkdwn('*Readiness* 71 %\n• 3 flags to decide\n• acceptance criteria'),
        block_id: `s${n}`,
      },
      {
        type: 'actions',
        block_id: `a${n}`,
        elements: [
          { type: 'button', action_id: 'open', text: { type: 'plain_text', text: 'Open my next item' } },
          { type: 'button', action_id: 'sign', text: { type: 'plain_text', text: 'Sign' } },
        ],
      },
      { type: 'context', elements: [mrkdwn(`v${n} · kickoff in 9 business days`)] },
    ],
  };
}
