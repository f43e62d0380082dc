import { child, type Element, elements, val } from './xml-tree.ts';

/** What a paragraph style says: the level of its heading (1 to 9), its place in a list. */
export type Style = { heading?: number; list?: { id: string; level: number } };

/** The paragraph styles of a document by id, with what they take over from the styles they are based on. */
export function stylesOf(styles: Element | undefined): Map<string, Style> {
  const byId = new Map(elements(styles, 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style]));
  const found = new Map<string, Style>();
  const styleOf = (id: string, seen: string[]): Style => {
    const style = byId.get(id);
    if (!style || seen.includes(id) || seen.length > 20) return {};
    const base = styleOf(val(style, 'w:basedOn') ?? '', [...seen, id]);
    const properties = child(style, 'w:pPr');
    const named = /^heading (\d)$/iu.exec(val(style, 'w:name') ?? '')?.[1];
    const outline = Number(val(properties, 'w:outlineLvl') ?? 9);
    const heading = named ? Number(named) : outline < 9 ? outline + 1 : base.heading;
    const list = listPlace(child(properties, 'w:numPr'), base.list);
    return { ...(heading && { heading }), ...(list && { list }) };
  };
  for (const id of byId.keys()) found.set(id, styleOf(id, []));
  return found;
}

/** The list and level that `w:numPr` names; either may come from the style. List 0 takes a paragraph out of its list. */
export function listPlace(place: Element | undefined, base: Style['list']): Style['list'] {
  const id = val(place, 'w:numId') ?? base?.id;
  if (id === undefined || id === '0') return undefined;
  return { id, level: Number(val(place, 'w:ilvl') ?? base?.level ?? 0) };
}
