/** Starting a second thread costs about as much as reading this many bytes of PDF. */
const WORTH_A_THREAD = 150_000;
/** One processor answers people, one reads, and one compiles PDFium's code while it is used. */
const ENOUGH_PROCESSORS = 4;

/** The arguments by which the parent tells the child process that a PDF comes, and that two threads are worth it. */
export const PDF = '--pdf';
export const TWO_THREADS = '--two-threads';

/**
 * On two processors a second thread saves an eighth of the time and makes those who wait for an answer wait two to three
 * times as long, so there is none. `processors` is how many this process may use.
 */
export function pdfArguments(bytes: Uint8Array, processors: number): string[] {
  if (!Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) return [];
  return bytes.length > WORTH_A_THREAD && processors >= ENOUGH_PROCESSORS ? [PDF, TWO_THREADS] : [PDF];
}
