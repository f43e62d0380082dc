import { afterEach, beforeEach, expect } from 'vitest';
import { modal, NAME, type Played, plain, play } from './app.ts';
import { rule } from './rule.ts';

let played: Played;
beforeEach(async () => {
  played = await play();
});
afterEach(() => played.close());

const open = async (more: Parameters<typeof modal>[0]) => {
  await played.client.views.open({ trigger_id: await played.trigger(), view: modal(more) });
  return (await played.stack())[0]?.id ?? '';
};

const menu = (min_query_length?: number) => ({
  ...NAME,
  element: {
    type: 'external_select' as const,
    action_id: 'v',
    ...(min_query_length === undefined ? {} : { min_query_length }),
  },
});
const look = (view_id: string, value: string) =>
  played.priya.see('options', { view_id, block_id: 'name', action_id: 'v', value });
const option = (text: string) => ({ text: plain(text), value: text });

rule(
  'delivery:block_suggestion',
  'waits for three letters, or as many as min_query_length says',
  'docs.slack.dev/reference/block-kit/block-elements/select-menu-element',
  async () => {
    played.answers({ options: [option('Acme')] });
    const id = await open({ blocks: [menu()] });
    expect(await look(id, 'ac')).toMatchObject({ options: [] });
    expect(played.last('block_suggestion')).toBeUndefined();
    expect(await look(id, 'acm')).toMatchObject({ options: [option('Acme')] });
    expect(played.last('block_suggestion')).toMatchObject({
      value: 'acm',
      action_id: 'v',
      block_id: 'name',
      view: { id },
    });
    expect(await look(await open({ blocks: [menu(0)] }), '')).toMatchObject({ options: [option('Acme')] });
  },
);
rule(
  'delivery:block_suggestion',
  'takes options, groups of them, or none',
  'docs.slack.dev/reference/block-kit/block-elements/select-menu-element',
  async () => {
    const id = await open({ blocks: [menu(0)] });
    const group = { label: plain('Won'), options: [option('Acme')] };
    played.answers({ option_groups: [group] });
    expect(await look(id, 'a')).toMatchObject({ option_groups: [group] });
    played.answers({ options: [] });
    expect(await look(id, 'a')).toMatchObject({ ok: true, options: [] });
  },
);
rule(
  'delivery:block_suggestion',
  'takes at most 100 options, each fit for a menu',
  'docs.slack.dev/reference/block-kit/block-elements/select-menu-element',
  async () => {
    const id = await open({ blocks: [menu(0)] });
    const many = (count: number) => Array.from({ length: count }, (_, n) => option(`o${n}`));
    played.answers({ options: many(100) });
    expect((await look(id, 'a')).options).toHaveLength(100);
    for (const wrong of [
      { options: many(101) },
      { options: [option('a'.repeat(200))] },
      { options: [{ value: 'x' }] },
      {},
    ]) {
      played.answers(wrong);
      expect(await look(id, 'a')).toMatchObject({ ok: false, error: 'app_error' });
    }
  },
);
