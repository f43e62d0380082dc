import { BLOCKS } from './blocks.ts';
import { isJson } from './element-state.ts';
import { ELEMENTS } from './elements.ts';
import { RICH } from './rich-text.ts';
import { may, type Rule, type Shape, type Spec } from './rules.ts';

type Table = 'block' | 'element' | 'rich';
type Of<K extends Rule['is']> = Extract<Rule, { is: K }>;

const TABLES: Record<Table, Record<string, Spec>> = {
  block: BLOCKS,
  element: { ...ELEMENTS, rich_text: BLOCKS.rich_text ?? { shape: {} } },
  rich: RICH,
};
const EVERY_BLOCK: Shape = { block_id: may({ is: 'string', min: 1, max: 255 }) };

/** One line of Slack's: what is wrong, and where. */
export const at = (pointer: string, wrong: string): string => `${wrong} [json-pointer:${pointer}]`;

/** Checks a block, element or part of rich text against the table of its kind. Answers every complaint. */
export function checkMember(pointer: string, value: unknown, table: Table, types: readonly string[]): string[] {
  if (!isJson(value)) return [at(pointer, 'must be an object')];
  const { type } = value;
  if (typeof type !== 'string') return [at(pointer, 'missing required field: type')];
  const spec = TABLES[table][type];
  if (!spec || !types.includes(type)) return [at(`${pointer}/type`, `unsupported type: ${type}`)];
  const common = table === 'block' ? checkShape(pointer, value, EVERY_BLOCK) : [];
  return [...common, ...checkSpec(pointer, value, spec)];
}

function checkSpec(pointer: string, value: Record<string, unknown>, spec: Pick<Spec, 'shape' | 'check'>): string[] {
  const wrong = checkShape(pointer, value, spec.shape);
  if (wrong.length > 0) return wrong;
  const between = spec.check?.(value) ?? null;
  return between === null ? [] : [at(pointer, between)];
}

function checkShape(pointer: string, value: Record<string, unknown>, shape: Shape): string[] {
  return Object.entries(shape).flatMap(([name, field]) => {
    const inner = value[name];
    if (inner !== undefined && inner !== null) return checkRule(`${pointer}/${name}`, inner, field.rule);
    return field.required ? [at(pointer, `missing required field: ${name}`)] : [];
  });
}

function checkRule(pointer: string, value: unknown, rule: Rule): string[] {
  switch (rule.is) {
    case 'any':
      return [];
    case 'boolean':
    case 'number':
      return typeof value === rule.is ? [] : [at(pointer, `must be a ${rule.is}`)];
    case 'integer':
      return checkInteger(pointer, value, rule);
    case 'string':
      return checkString(pointer, value, rule);
    case 'text':
      return checkText(pointer, value, rule);
    case 'list':
      return checkList(pointer, value, rule);
    case 'object':
      return isJson(value) ? checkSpec(pointer, value, rule) : [at(pointer, 'must be an object')];
    case 'member':
      return checkMember(pointer, value, rule.of, rule.types);
  }
}

function checkInteger(pointer: string, value: unknown, { min, max }: Of<'integer'>): string[] {
  if (typeof value !== 'number' || !Number.isInteger(value)) return [at(pointer, 'must be an integer')];
  if (min !== undefined && value < min) return [at(pointer, `must be greater than or equal to ${min}`)];
  return max !== undefined && value > max ? [at(pointer, `must be less than or equal to ${max}`)] : [];
}

function checkString(pointer: string, value: unknown, { min, max, pattern, among }: Of<'string'>): string[] {
  if (typeof value !== 'string') return [at(pointer, 'must be a string')];
  const wrong: string[] = [];
  if (min !== undefined && value.length < min) wrong.push(`must be more than ${min - 1} characters`);
  if (max !== undefined && value.length > max) wrong.push(`must be less than ${max + 1} characters`);
  if (pattern && !pattern.test(value)) wrong.push('value does not match the required format');
  if (among && !among.includes(value)) wrong.push(`must be one of: ${among.join(', ')}`);
  return wrong.map((one) => at(pointer, one));
}

function checkText(pointer: string, value: unknown, rule: Of<'text'>): string[] {
  if (!isJson(value)) return [at(pointer, 'must be a text object')];
  const types = rule.plain ? ['plain_text'] : rule.mrkdwn ? ['mrkdwn'] : ['plain_text', 'mrkdwn'];
  if (!types.includes(String(value.type))) return [at(`${pointer}/type`, `must be one of: ${types.join(', ')}`)];
  if (value.text === undefined) return [at(pointer, 'missing required field: text')];
  const emoji = value.type === 'mrkdwn' && value.emoji !== undefined;
  const wrong = emoji ? [at(`${pointer}/emoji`, 'is not allowed in mrkdwn text')] : [];
  return [...wrong, ...checkString(`${pointer}/text`, value.text, { is: 'string', min: 1, max: rule.max ?? 3000 })];
}

function checkList(pointer: string, value: unknown, { of, min, max }: Of<'list'>): string[] {
  if (!Array.isArray(value)) return [at(pointer, 'must be an array')];
  const wrong: string[] = [];
  if (min !== undefined && value.length < min) wrong.push(at(pointer, `no less than ${min} items required`));
  if (max !== undefined && value.length > max) wrong.push(at(pointer, `no more than ${max} items allowed`));
  return [...wrong, ...value.flatMap((item, index) => checkRule(`${pointer}/${index}`, item, of))];
}
