import { readDocument } from '../../../../src/analysis/reading/read-document.ts';

/** Reads a text, or bytes, as a file of this name. */
export const read = (fileName: string, content: string | Uint8Array) =>
  readDocument(typeof content === 'string' ? new TextEncoder().encode(content) : content, fileName);
