// `readDocument` is not here on purpose: it loads the parsers, and only the child process should.
export { canonical, fold } from './canonical.ts';
export { type DealFolder, readDealFolder } from './deal-folder.ts';
export { guessKind } from './guess-kind.ts';
export { maskSecrets } from './mask-secrets.ts';
export { ReadRefusal } from './read-refusal.ts';
export { readSafely } from './read-safely.ts';
export { type Sentence, splitSentences } from './sentences.ts';
export { sha256Hex } from './sha256.ts';
