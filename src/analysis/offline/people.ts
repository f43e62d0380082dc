import type { DealFacts, Person } from '../../handoff/source.ts';
import type { Side } from '../../handoff/vocabulary.ts';

const TITLES = /\b(?:dr|mr|mrs|ms|miss|sir|dame|prof|herr|frau|madame?|monsieur|lord|lady|rev)\b\.?/gu;
/** Speaker labels that name a role and no person. */
const VENDOR_ROLE =
  /\b(?:sales(?: rep)?|account (?:executive|manager)|vendor|seller|solutions? (?:engineer|consultant)|provider|consultant|contractor)\b/u;
const CUSTOMER_ROLE = /\b(?:customer|client|buyer|prospect)\b/u;

const parts = (name: string): string[] =>
  name
    .toLowerCase()
    .replace(/@.*$/u, '')
    .replace(TITLES, ' ')
    .split(/[^\p{L}'-]+/u)
    .filter((part) => part.length > 1);

/** Whether two spellings (`Dr. Ann Lee`, `ann.lee`, `Ann`, `A. Lee`) may name one person. */
export function sameName(a: string, b: string): boolean {
  const [x, y] = [parts(a), parts(b)];
  if (x.length === 0 || y.length === 0) return false;
  const [few, many] = x.length <= y.length ? [x, y] : [y, x];
  if (few.every((part) => many.includes(part))) return true;
  return x.at(-1) === y.at(-1) && x[0]?.[0] === y[0]?.[0];
}

/** The people of a deal, looked up by any spelling of a speaker. */
export class People {
  readonly all: Person[];
  readonly vendor: string;
  readonly customer: string;
  private readonly found = new Map<string, Person | undefined>();

  constructor(deal: DealFacts) {
    this.all = deal.people;
    this.vendor = deal.vendor;
    this.customer = deal.customer;
  }

  find(speaker: string): Person | undefined {
    if (!this.found.has(speaker))
      this.found.set(
        speaker,
        this.all.find((person) => sameName(person.name, speaker)),
      );
    return this.found.get(speaker);
  }

  sideOf(speaker: string): Side | undefined {
    if (!speaker) return undefined;
    const person = this.find(speaker);
    if (person) return person.side;
    const low = speaker.toLowerCase();
    const org = (name: string) => parts(name).some((part) => part.length > 3 && low.includes(part));
    if (org(this.vendor) || VENDOR_ROLE.test(low)) return 'vendor';
    if (org(this.customer) || CUSTOMER_ROLE.test(low)) return 'customer';
    return undefined;
  }

  /** First and last names of one side, lower case. */
  names(side: Side): string[] {
    return this.all
      .filter((person) => person.side === side)
      .flatMap((person) => parts(person.name))
      .filter((name) => name.length > 2);
  }
}
