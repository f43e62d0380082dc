import type { Line } from '../../handoff/packet/index.ts';
import type { Passage } from '../../handoff/source.ts';

/** A passage that a search found, with what stands around it in its source. */
export interface FoundPassage {
  source: string;
  position: number;
  passage: Passage;
  /** The passages just before it, nearest first. */
  before: Passage[];
}

/** One line of the packet, or a fact of the deal. */
export interface RecordLine {
  section: string;
  line: Line;
  /** Its words without the names of columns. */
  words: string;
  /** False for a question that nobody has answered yet. */
  decided: boolean;
}

/** Full-text search over one handoff's passages; words that come from people, never query syntax. */
export type SearchPassages = (words: readonly string[]) => FoundPassage[];
