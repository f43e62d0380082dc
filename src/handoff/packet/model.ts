/** A piece of a line: plain text from the record, a person, or a mark that leads to the place in a source. */
export type Inline = string | { user: string } | { mark: Mark };

export interface Mark {
  source: string;
  locator: string;
}

export type Line = Inline[];

export interface Table {
  caption: string;
  head: string[];
  rows: Line[][];
}

export interface Section {
  key: string;
  title: string;
  /** Sentences in order. */
  paragraphs: Line[];
  items: Line[];
  table: Table | null;
  /** Said when there is nothing else. */
  empty: string;
}

/** The packet as one versioned document: the same state renders the same packet, wherever it is shown. */
export interface Packet {
  title: string;
  version: number;
  versionLine: Line;
  sections: Section[];
}

export const section = (
  key: string,
  title: string,
  empty: string,
  parts: Partial<Pick<Section, 'paragraphs' | 'items' | 'table'>>,
): Section => ({
  key,
  title,
  empty,
  paragraphs: parts.paragraphs ?? [],
  items: parts.items ?? [],
  table: parts.table && parts.table.rows.length > 0 ? parts.table : null,
});
