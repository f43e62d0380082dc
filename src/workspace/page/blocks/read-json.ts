/** Blocks come from an app and are drawn whatever they hold, so each reading has a fallback instead of a failure. */
export type Json = Record<string, unknown>;

export const obj = (value: unknown): Json =>
  // A non-array object read key by key as unknown is exactly a Json.
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
export const list = (value: unknown): Json[] => (Array.isArray(value) ? value.map(obj) : []);
export const str = (value: unknown, fallback = ''): string => (typeof value === 'string' ? value : fallback);
export const num = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;
export const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

/** The words of a text object (or of a plain string). */
export const words = (value: unknown, fallback = ''): string => str(value, str(obj(value).text, fallback));
