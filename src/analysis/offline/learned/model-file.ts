import { fileURLToPath } from 'node:url';

/** A file of `models/`, the same for the code run as it is and for the bundle in `dist/`. */
export const modelFile = (name: string): string =>
  fileURLToPath(new URL(`${import.meta.url.endsWith('.js') ? '../' : '../../../../'}models/${name}`, import.meta.url));
