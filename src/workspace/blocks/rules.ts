/** The little language in which Block Kit's shapes and limits are written down as data. */
export type Surface = 'message' | 'modal' | 'home';

export type Rule =
  | { is: 'text'; plain?: boolean; mrkdwn?: boolean; max?: number }
  | {
      is: 'string';
      min?: number;
      max?: number;
      pattern?: RegExp;
      among?: readonly string[];
      /** Whether the value can be read as what it claims to be (a day of the calendar, a time zone). */
      reads?: (value: string) => boolean;
    }
  | { is: 'integer'; min?: number; max?: number }
  | { is: 'number' }
  | { is: 'boolean' }
  | { is: 'list'; of: Rule; min?: number; max?: number }
  | { is: 'object'; shape: Shape; check?: Check }
  /** A block or element, told apart by its `type`. */
  | { is: 'member'; of: 'block' | 'element' | 'rich'; types: readonly string[] }
  /** An object of which `type` says which shape it has, but which is no block or element. */
  | { is: 'chosen'; by: Record<string, { shape: Shape; check?: Check }> };

export interface Field {
  rule: Rule;
  required?: boolean;
}

/** Where an element or block may stand; `any` when only the JSON is judged (`blocks.validate` of bare blocks). */
export type Place = Surface | 'any';

/** What was wrong, as `blocks.validate` answers it. `type` names the kind of rule; `enum` is Slack's, the others are named after JSON Schema. */
export interface Constraint {
  type: string;
  expected?: string[];
  got?: string;
}
export interface Complaint {
  pointer: string;
  message: string;
  constraint: Constraint;
}

export const complain = (
  pointer: string,
  message: string,
  type: string,
  more: Partial<Constraint> = {},
): Complaint => ({
  pointer,
  message,
  constraint: { type, ...more },
});
export type Shape = Record<string, Field>;

/** A rule between fields. Answers what is wrong, or null. */
export type Check = (value: Record<string, unknown>) => string | null;

export interface Spec {
  shape: Shape;
  surfaces?: readonly Surface[];
  check?: Check;
}

export const must = (rule: Rule): Field => ({ rule, required: true });
export const may = (rule: Rule): Field => ({ rule });

export const plain = (max: number): Rule => ({ is: 'text', plain: true, max });
export const anyText = (max: number): Rule => ({ is: 'text', max });
export const mrkdwn = (max: number): Rule => ({ is: 'text', mrkdwn: true, max });
export const string = (max?: number): Rule => (max === undefined ? { is: 'string' } : { is: 'string', max });
export const among = (...values: string[]): Rule => ({ is: 'string', among: values });
export const integer = (min: number, max: number): Rule => ({ is: 'integer', min, max });
export const list = (of: Rule, max?: number, min?: number): Rule => ({
  is: 'list',
  of,
  ...(max === undefined ? {} : { max }),
  ...(min === undefined ? {} : { min }),
});
export const object = (shape: Shape, check?: Check): Rule => ({ is: 'object', shape, ...(check ? { check } : {}) });
export const element = (...types: string[]): Rule => ({ is: 'member', of: 'element', types });
export const block = (...types: string[]): Rule => ({ is: 'member', of: 'block', types });
export const rich = (...types: string[]): Rule => ({ is: 'member', of: 'rich', types });
export const boolean: Rule = { is: 'boolean' };
export const url: Rule = { is: 'string', max: 3000, pattern: /^https?:\/\/\S+$/ };

/** An https address: videos are shown from nowhere else. */
export const secureUrl: Rule = { is: 'string', max: 3000, pattern: /^https:\/\/\S+$/ };

/** At least one of these fields. */
export const atLeastOne =
  (...names: string[]): Check =>
  (value) =>
    names.some((name) => value[name] !== undefined) ? null : `missing required field: ${names.join(' or ')}`;

/** Not both of two fields. */
export const notBoth =
  (a: string, b: string): Check =>
  (value) =>
    value[a] !== undefined && value[b] !== undefined ? `only one of ${a} and ${b} is allowed` : null;

/** The first complaint of several checks. */
export const all =
  (...checks: Check[]): Check =>
  (value) =>
    checks.map((check) => check(value)).find((wrong) => wrong !== null) ?? null;

/** Exactly one of two fields. */
export const oneOf = (a: string, b: string): Check => all(atLeastOne(a, b), notBoth(a, b));
