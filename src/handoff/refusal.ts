/** Something a person can mend. `message` is a sentence for that person; `fields` name the inputs it belongs to. */
export class Refusal extends Error {
  readonly code: string;
  readonly fields: Readonly<Record<string, string>> | undefined;

  constructor(code: string, message: string, fields?: Record<string, string>) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.fields = fields;
  }
}
