/** The editor's formats. Browsers still carry `execCommand` for exactly this; what it lacks (code, quotes) is done by hand. */
export interface Format {
  name: string;
  sign: string;
  /** As `event.key` with Ctrl or Cmd; capital letters mean Shift. */
  key: string;
  said: string;
  is(editor: HTMLElement): boolean;
  run(editor: HTMLElement): void;
}

const mark = (name: string, sign: string, key: string, said: string, command: string): Format => ({
  name,
  sign,
  key,
  said,
  is: () => document.queryCommandState(command),
  run: () => void document.execCommand(command),
});

const around = (editor: HTMLElement, tag: string): HTMLElement | null => {
  const node = document.getSelection()?.anchorNode ?? null;
  const element = node instanceof HTMLElement ? node : (node?.parentElement ?? null);
  const found = element?.closest<HTMLElement>(tag) ?? null;
  return found && editor.contains(found) && found !== editor ? found : null;
};

const block = (name: string, sign: string, key: string, said: string, tag: string): Format => ({
  name,
  sign,
  key,
  said,
  is: (editor) => around(editor, tag) !== null,
  run: (editor) => void document.execCommand('formatBlock', false, around(editor, tag) ? 'div' : tag),
});

function toggleCode(editor: HTMLElement): void {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0) return;
  const inside = around(editor, 'code');
  if (inside) {
    const text = document.createTextNode(inside.textContent ?? '');
    inside.replaceWith(text);
    selection.selectAllChildren(text);
    selection.collapseToEnd();
    return;
  }
  const code = document.createElement('code');
  // An empty element cannot hold the caret; the mark without width is not sent.
  code.textContent = selection.toString() || '\u200b';
  const range = selection.getRangeAt(0);
  range.deleteContents();
  range.insertNode(code);
  selection.selectAllChildren(code);
  selection.collapseToEnd();
}

export const FORMATS: Format[] = [
  mark('Bold', 'B', 'b', 'Ctrl+B', 'bold'),
  mark('Italic', 'I', 'i', 'Ctrl+I', 'italic'),
  mark('Strikethrough', 'S', 'X', 'Ctrl+Shift+X', 'strikeThrough'),
  {
    name: 'Code',
    sign: '</>',
    key: 'C',
    said: 'Ctrl+Shift+C',
    is: (editor) => around(editor, 'code') !== null,
    run: toggleCode,
  },
  mark('Numbered list', '1.', '7', 'Ctrl+Shift+7', 'insertOrderedList'),
  mark('Bulleted list', '•', '8', 'Ctrl+Shift+8', 'insertUnorderedList'),
  block('Quote', '”', '9', 'Ctrl+Shift+9', 'blockquote'),
  block('Code block', '{ }', '0', 'Ctrl+Shift+0', 'pre'),
];

/** Digits come as their signs with Shift on most keyboards, so the physical key counts for them. */
export function formatOf(event: KeyboardEvent): Format | undefined {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return undefined;
  const digit = /^Digit(\d)$/.exec(event.code)?.[1];
  if (digit) return event.shiftKey ? FORMATS.find((one) => one.key === digit) : undefined;
  const key = event.shiftKey ? event.key.toUpperCase() : event.key.toLowerCase();
  return FORMATS.find((one) => one.key === key);
}
