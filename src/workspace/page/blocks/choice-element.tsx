import { Mrkdwn } from '../mrkdwn/blocks-view.tsx';
import { choiceOf, chosenIn, stateOfChoices } from './element-state.ts';
import { type Json, list, obj, str, words } from './read-json.ts';
import { type ElementProps, useElement } from './use-element.ts';

/** Check boxes and radio buttons. */
export function ChoiceElement(props: ElementProps) {
  const { element } = props;
  const { state, busy, change, aria } = useElement(props);
  const type = str(element.type);
  const radio = type === 'radio_buttons';
  const chosen = chosenIn(state).map((choice) => choice.value);
  const options = list(element.options);
  const toggle = (option: Json): void => {
    const { value } = choiceOf(option);
    const next = radio ? [value] : chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
    void change(
      stateOfChoices(
        type,
        options.map((one) => choiceOf(one)).filter((one) => next.includes(one.value)),
      ),
    );
  };
  return (
    <fieldset
      id={props.fieldId}
      class="choices"
      role={radio ? 'radiogroup' : undefined}
      {...aria}
      aria-label={props.label}
      tabIndex={props.invalid ? -1 : undefined}
      aria-busy={busy}
    >
      {options.map((option) => {
        const { value } = choiceOf(option);
        return (
          <label key={value} class="choice">
            <input
              type={radio ? 'radio' : 'checkbox'}
              name={`${props.blockId}/${str(element.action_id)}`}
              checked={chosen.includes(value)}
              onChange={() => toggle(option)}
            />
            <span class="choice-words">
              <span class="text">
                {obj(option.text).type === 'mrkdwn' ? <Mrkdwn text={words(option.text)} /> : words(option.text)}
              </span>
              {option.description ? <span class="faint">{words(option.description)}</span> : null}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
