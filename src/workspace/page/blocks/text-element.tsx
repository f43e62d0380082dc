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
    if (onLetters) void change(next, 'on_character_entered');
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
        void change({ type, value: value || null }, 'on_enter_pressed');
      }}
    />
  );
}
