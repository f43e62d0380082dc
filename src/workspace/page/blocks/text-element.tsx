import { num, obj, str, texts } from './read-json.ts';
import { type ElementProps, useElement } from './use-element.ts';

const KEYBOARD: Record<string, 'email' | 'url' | 'decimal'> = {
  email_text_input: 'email',
  url_text_input: 'url',
  number_input: 'decimal',
};

/** plain text (one or more lines), e-mail, address and number. */
export function TextElement(props: ElementProps) {
  const { element } = props;
  const { state, change, keep, aria, placeholder, first } = useElement(props);
  const type = str(element.type);
  const value = str(state.value);
  const triggers = texts(obj(element.dispatch_action_config).trigger_actions_on);
  const onLetters = props.dispatch && triggers.includes('on_character_entered');
  const onEnter = props.dispatch && (triggers.length === 0 || triggers.includes('on_enter_pressed'));
  const input = (text: string): void => {
    const next = { type, value: text === '' ? null : text };
    if (onLetters) void change(next);
    else keep(next);
  };
  const shared = {
    id: props.fieldId,
    class: 'field',
    placeholder,
    value,
    ...aria,
    ...first,
    maxLength: num(element.max_length),
  };
  if (element.multiline === true) {
    return <textarea {...shared} rows={4} onInput={(event) => input(event.currentTarget.value)} />;
  }
  return (
    <input
      {...shared}
      type="text"
      inputMode={KEYBOARD[type]}
      autocomplete="off"
      onInput={(event) => input(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.isComposing || !onEnter) return;
        event.preventDefault();
        void change({ type, value: value || null });
      }}
    />
  );
}

/** rich_text_input, reduced to plain words in one rich_text section. */
export function RichTextInput(props: ElementProps) {
  const { state, keep, aria, placeholder, first } = useElement(props);
  const section = obj((obj(state.rich_text_value).elements as unknown[] | undefined)?.[0]);
  const text = str(obj((section.elements as unknown[] | undefined)?.[0]).text);
  const write = (typed: string): void =>
    keep({
      type: 'rich_text_input',
      rich_text_value: typed
        ? { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: typed }] }] }
        : null,
    });
  return (
    <textarea
      id={props.fieldId}
      class="field"
      rows={num(props.element.min_lines) ?? 4}
      placeholder={placeholder}
      value={text}
      {...aria}
      {...first}
      onInput={(event) => write(event.currentTarget.value)}
    />
  );
}
