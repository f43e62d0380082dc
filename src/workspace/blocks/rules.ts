/** The little language in which Block Kit's shapes and limits are written down as data. */
export type Surface = 'message' | 'modal' | 'home';

export type Rule =
  | { is: 'text'; plain?: boolean; mrkdwn?: boolean; max?: number }
  | { is: 'string'; min?: number; max?: number; pattern?: RegExp; among?: readonly string[] }
  | { is: 'integer'; min?: number; max?: number }
  | { is: 'number' }
  | { is: 'boolean' }
  | { is: 'list'; of: Rule; min?: number; max?: number }
  | { is: 'object'; shape: Shape; check?: Check }
  /** A block or element, told apart by its `type`. */
  | { is: 'member'; of: 'block' | 'element' | 'rich'; types: readonly string[] }
  | { is: 'any' };

export interface Field {
  rule: Rule;
  required?: boolean;
}
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

/** Exactly one of two fields. */
export const oneOf =
  (a: string, b: string): Check =>
  (value) => {
    if (value[a] === undefined && value[b] === undefined) return `missing required field: ${a} or ${b}`;
    return value[a] !== undefined && value[b] !== undefined ? `only one of ${a} and ${b} is allowed` : null;
  };
