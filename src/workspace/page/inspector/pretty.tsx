/** JSON with its lines broken and its parts in colour; anything else as it is. */
export function Pretty({ text }: { text: string }) {
  const shaped = shape(text);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <pre class="pretty" tabIndex={0}>
      <code>
        {shaped.split(TOKENS).map((part, index) => {
          const kind = kindOf(part);
          return kind ? (
            <span key={index} class={kind}>
              {part}
            </span>
          ) : (
            part
          );
        })}
      </code>
    </pre>
  );
}

const TOKENS = /("(?:[^"\\\n]|\\.)*"(?:\s*:)?|\b(?:true|false|null)\b|-?\b\d+(?:\.\d+)?\b)/g;

function kindOf(part: string): string {
  if (/^".*:$/s.test(part)) return 'key';
  if (part.startsWith('"')) return 'string';
  return /^(true|false|null|-?\d[\d.]*)$/.test(part) ? 'value' : '';
}

/** JSON within JSON (Slack's forms carry it) is opened too. */
export function shape(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), (_key, value: unknown) => opened(value), 2);
  } catch {
    return text;
  }
}

function opened(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
