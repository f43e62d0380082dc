import { BLOCKS } from './blocks.ts';
import { ELEMENTS } from './elements.ts';
import { isJson } from './elements-of.ts';
import { RICH } from './rich-text.ts';
import { type Complaint, complain, may, type Place, type Rule, type Shape, type Spec } from './rules.ts';

type Table = 'block' | 'element' | 'rich';
type Of<K extends Rule['is']> = Extract<Rule, { is: K }>;

const TABLES: Record<Table, Record<string, Spec>> = {
  block: BLOCKS,
  element: { ...ELEMENTS, rich_text: BLOCKS.rich_text ?? { shape: {} } },
  rich: RICH,
};
const EVERY_BLOCK: Shape = { block_id: may({ is: 'string', min: 1, max: 255 }) };
const NO_BLOCK_ID: Shape = {};
const TYPE: Shape = { type: may({ is: 'string' }) };

/** Checks a block, element or part of rich text against the table of its kind. Answers every complaint. */
export function checkMember(
  pointer: string,
  value: unknown,
  table: Table,
  types: readonly string[],
  place: Place,
): Complaint[] {
  if (!isJson(value)) return [wrongType(pointer, 'object', value)];
  const { type } = value;
  if (typeof type !== 'string') return [complain(pointer, 'missing required field: type', 'required')];
  const spec = Object.hasOwn(TABLES[table], type) ? TABLES[table][type] : undefined;
  if (!spec || !types.includes(type) || !stands(spec, place)) {
    return [complain(`${pointer}/type`, `unsupported type: ${type}`, 'enum', { expected: [...types], got: type })];
  }
  const blockId = table === 'block' || type === 'rich_text' ? EVERY_BLOCK : NO_BLOCK_ID;
  return checkSpec(pointer, value, { ...spec, shape: { ...TYPE, ...blockId, ...spec.shape } }, place);
}

const stands = ({ surfaces }: Spec, place: Place): boolean =>
  surfaces === undefined || (place === 'any' ? surfaces.length > 0 : surfaces.includes(place));

function checkSpec(
  pointer: string,
  value: Record<string, unknown>,
  { shape, check }: Pick<Spec, 'shape' | 'check'>,
  place: Place,
): Complaint[] {
  const wrong = [...checkShape(pointer, value, shape, place), ...unknownNames(pointer, value, Object.keys(shape))];
  if (wrong.length > 0) return wrong;
  const between = check?.(value) ?? null;
  return between === null ? [] : [complain(pointer, between, 'combination')];
}

function checkShape(pointer: string, value: Record<string, unknown>, shape: Shape, place: Place): Complaint[] {
  return Object.entries(shape).flatMap(([name, field]) => {
    const inner = value[name];
    if (inner !== undefined && inner !== null) return checkRule(`${pointer}/${name}`, inner, field.rule, place);
    return field.required ? [complain(pointer, `missing required field: ${name}`, 'required')] : [];
  });
}

function unknownNames(pointer: string, value: Record<string, unknown>, known: string[]): Complaint[] {
  return Object.keys(value)
    .filter((name) => !known.includes(name) && value[name] !== undefined)
    .map((name) => complain(pointer, `invalid additional property: ${name}`, 'additional_property', { got: name }));
}

function checkRule(pointer: string, value: unknown, rule: Rule, place: Place): Complaint[] {
  switch (rule.is) {
    case 'boolean':
    case 'number':
      return typeof value === rule.is ? [] : [wrongType(pointer, rule.is, value)];
    case 'integer':
      return checkInteger(pointer, value, rule);
    case 'string':
      return checkString(pointer, value, rule);
    case 'text':
      return checkText(pointer, value, rule, place);
    case 'list':
      return checkList(pointer, value, rule, place);
    case 'object':
      return isJson(value) ? checkSpec(pointer, value, rule, place) : [wrongType(pointer, 'object', value)];
    case 'member':
      return checkMember(pointer, value, rule.of, rule.types, place);
    case 'chosen': {
      if (!isJson(value)) return [wrongType(pointer, 'object', value)];
      const type = String(value.type);
      const spec = Object.hasOwn(rule.by, type) ? rule.by[type] : undefined;
      if (!spec) return notAmong(`${pointer}/type`, value.type, Object.keys(rule.by));
      return checkSpec(pointer, value, { ...spec, shape: { ...TYPE, ...spec.shape } }, place);
    }
  }
}

function checkInteger(pointer: string, value: unknown, { min, max }: Of<'integer'>): Complaint[] {
  if (typeof value !== 'number' || !Number.isInteger(value)) return [wrongType(pointer, 'integer', value)];
  const got = String(value);
  if (min !== undefined && value < min) {
    return [complain(pointer, `must be greater than or equal to ${min}`, 'minimum', { expected: [String(min)], got })];
  }
  if (max === undefined || value <= max) return [];
  return [complain(pointer, `must be less than or equal to ${max}`, 'maximum', { expected: [String(max)], got })];
}

function checkString(pointer: string, value: unknown, rule: Of<'string'>): Complaint[] {
  if (typeof value !== 'string') return [wrongType(pointer, 'string', value)];
  const { min, max, pattern, among, reads } = rule;
  const wrong: Complaint[] = [];
  if (min !== undefined && value.length < min) {
    wrong.push(complain(pointer, `must be more than ${min - 1} characters`, 'min_length'));
  }
  if (max !== undefined && value.length > max) {
    wrong.push(complain(pointer, `must be less than ${max + 1} characters`, 'max_length'));
  }
  if ((pattern && !pattern.test(value)) || (reads && !reads(value))) {
    wrong.push(complain(pointer, 'value does not match the required format', 'pattern', { got: value }));
  }
  return among && !among.includes(value) ? [...wrong, ...notAmong(pointer, value, among)] : wrong;
}

/** docs.slack.dev/reference/block-kit/composition-objects/text-object: `emoji` belongs to plain_text, `verbatim` to mrkdwn. */
const TEXT_TYPES: Record<string, Shape> = {
  plain_text: { emoji: may({ is: 'boolean' }) },
  mrkdwn: { verbatim: may({ is: 'boolean' }) },
};

function checkText(pointer: string, value: unknown, rule: Of<'text'>, place: Place): Complaint[] {
  if (!isJson(value)) return [wrongType(pointer, 'object', value)];
  const types = rule.plain ? ['plain_text'] : rule.mrkdwn ? ['mrkdwn'] : ['plain_text', 'mrkdwn'];
  const own = types.includes(String(value.type)) ? TEXT_TYPES[String(value.type)] : undefined;
  if (!own) return notAmong(`${pointer}/type`, value.type, types);
  const text: Rule = { is: 'string', min: 1, max: rule.max ?? 3000 };
  return checkSpec(pointer, value, { shape: { ...TYPE, text: { rule: text, required: true }, ...own } }, place);
}

function checkList(pointer: string, value: unknown, { of, min, max }: Of<'list'>, place: Place): Complaint[] {
  if (!Array.isArray(value)) return [wrongType(pointer, 'array', value)];
  const wrong: Complaint[] = [];
  if (min !== undefined && value.length < min) {
    wrong.push(complain(pointer, `no less than ${min} items required`, 'min_items'));
  }
  if (max !== undefined && value.length > max) {
    wrong.push(complain(pointer, `no more than ${max} items allowed`, 'max_items'));
  }
  return [...wrong, ...value.flatMap((item, index) => checkRule(`${pointer}/${index}`, item, of, place))];
}

function wrongType(pointer: string, expected: string, value: unknown): Complaint {
  const article = /^[aio]/.test(expected) ? 'an' : 'a';
  const got = Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
  return complain(pointer, `must be ${article} ${expected}`, 'type', { expected: [expected], got });
}

function notAmong(pointer: string, value: unknown, among: readonly string[]): Complaint[] {
  return [
    complain(pointer, `must be one of: ${among.join(', ')}`, 'enum', { expected: [...among], got: String(value) }),
  ];
}
