/** Strings, comments, words and signs of Python, Java and Go, near enough to find JSON in their tests. */
const TOKEN =
  /"""([\s\S]*?)"""|"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`([^`]*)`|(\/\*[\s\S]*?\*\/|\/\/[^\n]*|#[^\n]*)|([A-Za-z_][\w.]*|-?\d[\d_.]*)|([{}[\]:,+()=;])/g;

type Token = { text: string } | { word: string } | { sign: string };

function tokensOf(source: string): Token[] {
  return [...source.matchAll(TOKEN)].flatMap(([, triple, double, single, raw, comment, word, sign]): Token[] => {
    if (comment !== undefined) return [];
    const escaped = double ?? single;
    if (escaped !== undefined) return [{ text: unescaped(escaped) }];
    const text = triple ?? raw;
    if (text !== undefined) return [{ text }];
    return word !== undefined ? [{ word }] : [{ sign: sign ?? '' }];
  });
}

const ESCAPES: Record<string, string> = { n: '\n', t: '\t', r: '\r' };
const unescaped = (text: string) => text.replace(/\\(.)/g, (_all, one: string) => ESCAPES[one] ?? one);

/** Every object written in a source file: JSON or a form body inside string literals, and Python dictionaries. */
export function objectsIn(source: string): unknown[] {
  const tokens = tokensOf(source);
  return [...dictionaries(tokens), ...texts(tokens).flatMap(read)];
}

/** Literals that stand side by side or are added up; a variable between them is `null`. */
function texts(tokens: Token[]): string[] {
  const found: string[] = [];
  let run = '';
  let glue = '';
  for (const token of tokens) {
    if ('text' in token) {
      run += (glue.includes('v') ? 'null' : '') + token.text;
      glue = '';
    } else if (run !== '' && ('word' in token || token.sign === '+') && glue.length < 3) {
      glue += 'word' in token ? 'v' : '+';
    } else {
      found.push(run);
      run = '';
      glue = '';
    }
  }
  return [...found, run];
}

function read(text: string): unknown[] {
  if (/(^|&)command=/.test(text)) return [Object.fromEntries(new URLSearchParams(text))];
  return text.trim().startsWith('{') ? parsed(text) : [];
}

const WORDS: Record<string, string> = { True: 'true', False: 'false', None: 'null', true: 'true', false: 'false' };

function dictionaries(tokens: Token[]): unknown[] {
  const found: unknown[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const end = closing(tokens, at);
    if (end === undefined) continue;
    const values = parsed(jsonOf(tokens.slice(at, end + 1)));
    found.push(...values);
    if (values.length > 0) at = end;
  }
  return found;
}

function closing(tokens: Token[], from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token && 'sign' in token) {
      if (token.sign === '{') depth += 1;
      if (token.sign === '}') depth -= 1;
    }
    if (depth === 0) return at > from ? at : undefined;
  }
  return undefined;
}

function jsonOf(tokens: Token[]): string {
  const json = tokens.map((token) => {
    if ('text' in token) return JSON.stringify(token.text);
    return 'sign' in token ? token.sign : (WORDS[token.word] ?? (/^-?\d/.test(token.word) ? '0' : 'null'));
  });
  return json.join(' ').replace(/, (?=[}\]])/g, '');
}

function parsed(text: string): unknown[] {
  try {
    return [JSON.parse(text)];
  } catch {
    return [];
  }
}
