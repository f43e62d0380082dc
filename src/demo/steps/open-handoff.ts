import type { Person as DealPerson } from '../../handoff/source.ts';
import { templateFor } from '../../handoff/templates.ts';
import { elementsOf, optionsOf, wordsOf } from '../elements.ts';
import type { Scene } from '../scene.ts';
import type { View } from '../seen.ts';
import { expect, found } from '../step-failed.ts';
import { until } from '../until.ts';

const sideWord: Record<DealPerson['side'], string> = { vendor: 'us', customer: 'customer', third: 'third' };
const mostPeopleText = 2_900;

/** One person a line, as the modal asks; commas inside a name would read as the next field. */
const peopleLines = (people: readonly DealPerson[]): string => {
  const lines = people.map(
    ({ name, side, title }) => `${name.replaceAll(',', ' ')}, ${sideWord[side]}${title ? `, ${title}` : ''}`,
  );
  let text = '';
  for (const line of lines) if (text.length + line.length < mostPeopleText) text += `${line}\n`;
  return text.trim();
};

/** A deal type that the modal does not offer is handed over with the general template. */
export const offeredType = (view: View, dealType: string): { value: string; known: boolean } => {
  const field = found(
    elementsOf(view.blocks).find((one) => one.block_id === 'deal_type'),
    'The modal of /handoff new has no deal type.',
  );
  const known = optionsOf(field.element).some((option) => option.value === dealType);
  return { value: known ? dealType : templateFor(dealType).template.key, known };
};

/** What the account owner enters. */
export const dealValues = ({ deal, cast }: Scene, dealType: string): Record<string, string | null> => ({
  name: deal.name.slice(0, 200),
  customer: deal.customer.slice(0, 200),
  deal_id: deal.dealId,
  deal_type: dealType,
  value: deal.value === null ? null : String(deal.value),
  currency: deal.currency || (deal.value === null ? null : 'EUR'),
  close_date: deal.closeDate,
  kickoff_date: deal.kickoffDate,
  account_owner: cast.account_owner.id,
  delivery_lead: cast.delivery_lead.id,
  approver: cast.approver.id,
  vendor: deal.vendor || null,
  people: peopleLines(deal.people) || null,
  visibility: 'private',
});

/** Runs `/handoff new` where the account owner happens to be, and returns the modal. */
export const newHandoffModal = async (scene: Scene): Promise<View> => {
  const { people, owner } = scene;
  const mine = (await people.channelsOf(owner)).find((one) => one.kind === 'public' && one.members.includes(owner.id));
  await people.slash(owner, found(mine, `${owner.name} is in no channel.`).id, '/handoff', 'new');
  return until('the modal of /handoff new', async () => (await people.views(owner)).at(-1));
};

const refuseSamePerson = async (scene: Scene, view: View, values: Record<string, string | null>): Promise<void> => {
  const response = await scene.people.submit(scene.owner, view, { ...values, delivery_lead: scene.owner.id });
  expect(
    response?.errors?.delivery_lead?.includes('two people'),
    'One person was let through as account owner and delivery lead, or the field does not say why not.',
  );
  expect(scene.record.count() === 0, 'A refused modal left a handoff on record.');
};

const checkChannel = async (scene: Scene): Promise<void> => {
  const { cast, deal, lead } = scene;
  const channel = await scene.channelAs(lead);
  expect(channel.kind === 'private', 'The handoff’s channel is not private.');
  const roles = [cast.account_owner, cast.delivery_lead, cast.approver];
  const absent = roles.filter((one) => !channel.members.includes(one.id)).map((one) => one.name);
  expect(absent.length === 0, `Not invited to the channel: ${absent.join(', ')}.`);
  expect(channel.topic.includes(deal.customer.slice(0, 40)), 'The channel’s topic does not name the customer.');
  const desk = await scene.desk(lead);
  expect(channel.pinned.includes(desk.ts), 'The desk is not pinned.');
  expect(channel.bookmarks.length === 1, `The channel has ${channel.bookmarks.length} bookmarks and not one.`);
  const words = wordsOf(desk.blocks);
  expect(words.includes('Missing for kickoff'), 'The desk does not say what is missing for kickoff.');
  expect(words.includes(`<@${scene.owner.id}>`), 'The desk does not name who acts next.');
};

export const openHandoff = async (scene: Scene): Promise<string> => {
  const { people, owner, record, deal } = scene;
  const view = await newHandoffModal(scene);
  const type = offeredType(view, deal.dealType);
  const values = dealValues(scene, type.value);
  await refuseSamePerson(scene, view, values);
  await scene.submitted(owner, view, values);
  scene.h = await until('the handoff to be on record', () => record.handoffOfDeal(deal.dealId));
  await people.closeAll(owner);
  await scene.settled();
  scene.channel = found(record.channel(scene.h), 'The handoff has no channel on record.');
  await checkChannel(scene);
  const row = record.row(scene.h);
  expect(row.stage === 'intake' && !row.ready, `A new handoff is at stage ${row.stage}.`);
  expect(row.dealType === type.value, `The deal type on record is ${row.dealType} and not ${type.value}.`);
  expect(scene.handoff.people.length === deal.people.length, 'Not everybody of the deal is on record.');
  const channel = await scene.channelAs(owner);
  return `#${channel.name} · ${row.dealType}${type.known ? '' : ` (no template for “${deal.dealType}”: the general one)`}`;
};
