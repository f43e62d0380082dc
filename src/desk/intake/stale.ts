import { z } from 'zod';
import { Refusal } from '../../handoff/refusal.ts';
import type { InputState } from '../../handoff/state.ts';
import type { Desk } from '../kit/desk.ts';
import { personInfo } from '../kit/people.ts';

const Named = z.looseObject({ real_name: z.string().min(1) });

/** `16 Nov, 14:05`, in the reader's zone: an error at a field is plain text, where Slack shows no dates of its own. */
const spoken = (iso: string, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(iso));

const sentence = async (desk: Desk, { settled }: InputState, reader: string): Promise<string | null> => {
  if (!settled) return null;
  const [by, asker] = await Promise.all([personInfo(desk, settled.by), personInfo(desk, reader)]);
  const who = settled.by === reader ? 'You' : (Named.safeParse(by).data?.real_name ?? 'Somebody else');
  const did = settled.how === 'answered' ? 'answered' : 'skipped';
  const at = spoken(settled.at, asker?.tz ?? desk.zone);
  return `${who} ${did} this at ${at}; open it again to change it. Nothing was changed.`;
};

/** Runs what a modal asks of an input; somebody who settled it meanwhile is named at the field, where no mention would be. */
export const notOver = async (
  desk: Desk,
  { h, input }: { h: string; input: string },
  reader: string,
  run: () => Promise<unknown>,
): Promise<undefined> => {
  try {
    await run();
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'settled_meanwhile') throw error;
    const state = desk.record.load(h)?.inputs.find((one) => one.key === input);
    const said = (state && (await sentence(desk, state, reader))) ?? error.message;
    const fields = Object.keys(error.fields ?? {}).map((field) => [field, said]);
    throw new Refusal(error.code, said, Object.fromEntries(fields));
  }
};
