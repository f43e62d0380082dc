/** Larger files are refused. Bytes. */
export const MOST_BYTES = 20 * 1024 * 1024;
