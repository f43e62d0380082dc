export type DocumentFailureCode = 'timeout' | 'out_of_memory' | 'crashed' | 'too_large';

/** Why a child process gave no answer. The cause is the file it was given, not the program, as far as one can know. */
export class DocumentFailure extends Error {
  override readonly name = 'DocumentFailure';
  readonly code: DocumentFailureCode;

  constructor(code: DocumentFailureCode) {
    super(`The child process gave no answer: ${code}`);
    this.code = code;
  }
}
