import { choicesOf, chosenIn, stateOfChoices } from './element-state.ts';
import { str } from './read-json.ts';
import { type ElementProps, useElement } from './use-element.ts';

/** static_select: the platform's own list, which every keyboard and phone knows. */
export function SelectElement(props: ElementProps) {
  const { state, busy, change, aria, placeholder, first } = useElement(props);
  const choices = choicesOf(props.element);
  const [chosen] = chosenIn(state);
  const groups = [...new Set(choices.map((choice) => choice.group))];
  const options = (group: string | undefined) =>
    choices
      .filter((choice) => choice.group === group)
      .map((choice) => (
        <option key={choice.value} value={choice.value} selected={choice.value === chosen?.value}>
          {choice.text}
        </option>
      ));
  return (
    <select
      id={props.fieldId}
      class={chosen ? 'field select' : 'field select unset'}
      {...aria}
      {...first}
      aria-busy={busy}
      value={chosen?.value ?? ''}
      onChange={(event) => {
        const taken = choices.filter((choice) => choice.value === event.currentTarget.value);
        event.currentTarget.value = chosen?.value ?? '';
        void change(stateOfChoices(str(props.element.type), taken));
      }}
    >
      <option value="" disabled={!props.input}>
        {placeholder || 'Choose …'}
      </option>
      {groups.map((group) =>
        group === undefined ? (
          options(group)
        ) : (
          <optgroup key={group} label={group}>
            {options(group)}
          </optgroup>
        ),
      )}
    </select>
  );
}
