import { fromLocalInput, toLocalInput } from '../mrkdwn/zone.ts';
import { useApp } from '../store/context.tsx';
import { zoneOf } from '../store/state.ts';
import { num, str } from './read-json.ts';
import { type ElementProps, useElement } from './use-element.ts';

/** Date, time, and both; the last is an instant, read in the acting person's zone. */
export function DateElement(props: ElementProps) {
  const { state: app } = useApp();
  const { state, busy, change, aria, first } = useElement(props);
  const tz = zoneOf(app);
  const type = str(props.element.type);
  const shared = {
    id: props.fieldId,
    class: 'field date',
    'aria-busy': busy,
    ...aria,
    ...first,
  };
  if (type === 'datepicker') {
    return (
      <input
        {...shared}
        type="date"
        value={str(state.selected_date)}
        onChange={(event) => void change({ type, selected_date: event.currentTarget.value || null })}
      />
    );
  }
  if (type === 'timepicker') {
    return (
      <span class="date-zone">
        <input
          {...shared}
          type="time"
          value={str(state.selected_time)}
          onChange={(event) => void change({ type, selected_time: event.currentTarget.value || null })}
        />
        {props.element.timezone ? <span class="faint">{str(props.element.timezone).replaceAll('_', ' ')}</span> : null}
      </span>
    );
  }
  const seconds = num(state.selected_date_time);
  const pick = (text: string): void => {
    const ms = fromLocalInput(text, tz);
    void change({ type, selected_date_time: ms === null ? null : ms / 1000 });
  };
  return (
    <input
      {...shared}
      type="datetime-local"
      value={seconds ? toLocalInput(seconds * 1000, tz) : ''}
      onChange={(event) => pick(event.currentTarget.value)}
    />
  );
}
