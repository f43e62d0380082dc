import { Mrkdwn } from '../mrkdwn/blocks-view.tsx';
import { choiceOf, chosenIn, stateOfChoices } from './element-state.ts';
import { type Json, list, obj, str, words } from './read-json.ts';
import { type ElementProps, useElement } from './use-element.ts';

/** Check boxes and radio buttons. */
export function ChoiceElement(props: ElementProps) {
  const { element } = props;
  const { state, busy, change, aria, first } = useElement(props);
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
      class="box-choices"
      role={radio ? 'radiogroup' : undefined}
      {...(radio ? aria : { 'aria-describedby': aria['aria-describedby'] })}
      aria-label={props.label}
      aria-busy={busy}
    >
      {options.map((option, index) => {
        const { value } = choiceOf(option);
        return (
          <label key={value} class="box-choice">
            <input
              type={radio ? 'radio' : 'checkbox'}
              name={`${props.blockId}/${str(element.action_id)}`}
              checked={chosen.includes(value)}
              aria-invalid={radio ? undefined : aria['aria-invalid']}
              {...(index === 0 ? first : {})}
              onChange={() => toggle(option)}
            />
            <span class="choice-words">
              <span class="text">
                {obj(option.text).type === 'mrkdwn' ? <Mrkdwn text={words(option.text)} /> : words(option.text)}
              </span>
              {option.description ? <Described value={option.description} /> : null}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

function Described({ value }: { value: unknown }) {
  return <span class="faint">{obj(value).type === 'mrkdwn' ? <Mrkdwn text={words(value)} /> : words(value)}</span>;
}
