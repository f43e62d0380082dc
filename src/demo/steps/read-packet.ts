import { packetOf } from '../../handoff/packet/index.ts';
import type { Scene } from '../scene.ts';
import { expect, found } from '../step-failed.ts';

/** Law 3: what the buyer wants, what the contract says, what was not sold and what is unclear never share a place. */
const fourPlaces = ['buyer_intent', 'contract_facts', 'not_sold', 'ambiguous'];

const plain = (markdown: string): string => markdown.replaceAll('\\', '');

/** The packet in the channel's canvas, as the delivery lead reads it. */
export const readPacket = async (scene: Scene): Promise<string> => {
  await scene.settled();
  const { people, lead, handoff } = scene;
  const { canvas_id } = await scene.channelAs(lead);
  const canvas = await people.canvas(lead, found(canvas_id, 'The channel has no canvas.'));
  const text = plain(canvas.markdown);
  const packet = packetOf(handoff);
  const headings = text
    .split('\n')
    .filter((line) => /^#{1,3} /.test(line))
    .map((line) => line.replace(/^#+ /, '').trim());
  for (const { title } of packet.sections)
    expect(headings.filter((one) => one === title).length === 1, `The canvas has not exactly one section “${title}”.`);
  const known = new Set(packet.sections.map((one) => one.key));
  const lost = fourPlaces.filter((key) => !known.has(key));
  expect(lost.length === 0, `The packet has no place for ${lost.join(', ')}.`);
  expect(
    text.includes(`Version ${handoff.packetVersion}`),
    `The canvas does not say that it is version ${handoff.packetVersion}.`,
  );
  const links = handoff.sources.filter((one) => one.link && canvas.markdown.includes(one.link)).length;
  expect(links > 0, 'No source mark of the canvas leads to a source.');
  await scene.clickDesk(lead, 'packet.open');
  const view = await people.topView(lead);
  expect(
    view.title?.text === `Packet v${handoff.packetVersion}`,
    'The desk’s button opens another version of the packet.',
  );
  await people.closeAll(lead);
  return `v${handoff.packetVersion} · ${packet.sections.length} sections · marks into ${links} of ${handoff.sources.length} sources`;
};
