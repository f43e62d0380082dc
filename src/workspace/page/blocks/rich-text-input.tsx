import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { emojiOf } from '../mrkdwn/emoji.ts';
import { useApp } from '../store/context.tsx';
import { channelOf, nameOf, type PageState, userOf } from '../store/state.ts';
import { type Json, num, obj, str, texts } from './read-json.ts';
import { FORMATS, type Format, formatOf } from './rich-text-commands.ts';
import { nodesOf, richTextOf } from './rich-text-dom.ts';
import { RichTextToolbar } from './rich-text-toolbar.tsx';
import { type ElementProps, useElement } from './use-element.ts';

/** docs.slack.dev/reference/block-kit/block-elements/rich-text-input-element */
const MAX_LINES = 8;
const MIN_LINES = 3;

/** An editor of formatted text; its value is a `rich_text` block. */
export function RichTextInput(props: ElementProps) {
  const { element } = props;
  const { state: app } = useApp();
  const { state, keep, change, aria, placeholder, first } = useElement(props);
  const editor = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<string[]>([]);
  const caret = useRef<Range | null>(null);
  const triggers = texts(obj(element.dispatch_action_config).trigger_actions_on);
  const speaks = props.dispatch && triggers.includes('on_character_entered');

  useLayoutEffect(() => {
    editor.current?.replaceChildren(...nodesOf(obj(state.rich_text_value), (one) => pieceName(app, one)));
  }, []);
  useEffect(() => {
    const look = (): void => {
      const selection = document.getSelection();
      const box = editor.current;
      if (!box || !selection?.anchorNode || !box.contains(selection.anchorNode)) return;
      caret.current = selection.getRangeAt(0).cloneRange();
      setActive(FORMATS.filter((one) => one.is(box)).map((one) => one.name));
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, []);

  const write = (): void => {
    const box = editor.current;
    if (!box) return;
    const value = richTextOf(box);
    // The browser leaves an empty line behind, which would hide the placeholder.
    if (!value && !box.querySelector('li,blockquote,pre,code')) box.replaceChildren();
    const next = { type: 'rich_text_input', rich_text_value: value };
    if (speaks) void change(next, 'on_character_entered');
    else keep(next);
  };
  /** Back to where one wrote, for buttons that were reached by keyboard; a caret that is in the text already stays. */
  const restore = (): void => {
    const selection = document.getSelection();
    const box = editor.current;
    if (document.activeElement === box && box?.contains(selection?.anchorNode ?? null)) return;
    box?.focus();
    if (!caret.current || !selection) return;
    selection.removeAllRanges();
    selection.addRange(caret.current);
  };
  const run = (format: Format): void => {
    const box = editor.current;
    if (!box) return;
    restore();
    format.run(box);
    setActive(FORMATS.filter((one) => one.is(box)).map((one) => one.name));
    write();
  };
  const link = (url: string): void => {
    restore();
    const selected = document.getSelection()?.toString() ?? '';
    if (selected) document.execCommand('createLink', false, url);
    else {
      const anchor = Object.assign(document.createElement('a'), { href: url, textContent: url });
      document.execCommand('insertHTML', false, anchor.outerHTML);
    }
    write();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const format = formatOf(event);
    if (!format) return;
    event.preventDefault();
    run(format);
  };
  const lines = { min: num(element.min_lines) ?? MIN_LINES, max: num(element.max_lines) ?? MAX_LINES };
  return (
    <div class="field editor" data-invalid={aria['aria-invalid']}>
      <RichTextToolbar active={active} run={run} link={link} />
      {/* biome-ignore lint/a11y/useSemanticElements: formatted text needs an editable element, not a textarea */}
      <div
        ref={editor}
        id={props.fieldId}
        class="editor-text text"
        role="textbox"
        tabIndex={0}
        contentEditable
        aria-multiline="true"
        {...aria}
        {...first}
        aria-label={props.label}
        data-placeholder={placeholder || undefined}
        aria-placeholder={placeholder || undefined}
        style={{ minHeight: `${lines.min * 1.46 + 1}em`, maxHeight: `${Math.max(lines.min, lines.max) * 1.46 + 1}em` }}
        onInput={write}
        onKeyDown={onKeyDown}
        onPaste={(event) => {
          event.preventDefault();
          document.execCommand('insertText', false, event.clipboardData?.getData('text/plain') ?? '');
        }}
      />
    </div>
  );
}

function pieceName(app: PageState, one: Json): string {
  switch (one.type) {
    case 'user':
      return `@${nameOf(userOf(app, str(one.user_id)))}`;
    case 'channel':
      return `#${channelOf(app, str(one.channel_id))?.name ?? str(one.channel_id)}`;
    case 'emoji':
      return emojiOf(str(one.name)) ?? `:${str(one.name)}:`;
    case 'broadcast':
      return `@${str(one.range)}`;
    default:
      return str(one.fallback) || str(one.value) || str(one.usergroup_id) || str(one.team_id) || str(one.file_id);
  }
}
