import { SaxesParser } from 'saxes';

/** An element of an XML file; text stands between its elements as strings. Names and attributes keep their prefix. */
export type Element = { name: string; attributes: Record<string, string>; children: (Element | string)[] };

/** The root of an XML file. Entities of its own are not expanded. Throws on text that is no well-formed XML. */
export function parseXml(bytes: Uint8Array): Element {
  const root: Element = { name: '', attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('text', (text) => {
    open.at(-1)?.children.push(text);
  });
  parser.write(new TextDecoder().decode(bytes)).close();
  return elements(root)[0] ?? root;
}

export function elements(parent: Element | undefined, name?: string): Element[] {
  const all = parent?.children.filter((child) => typeof child !== 'string') ?? [];
  return name === undefined ? all : all.filter((child) => child.name === name);
}

export function child(parent: Element | undefined, name: string): Element | undefined {
  return elements(parent, name)[0];
}

/** Word's `w:val` of a child, as in `<w:pStyle w:val="Heading1"/>`. */
export function val(parent: Element | undefined, name: string): string | undefined {
  return child(parent, name)?.attributes['w:val'];
}
