import { useState } from 'preact/hooks';
import { useApp } from '../store/context.tsx';
import { initialState } from './element-state.ts';
import { type ActBy, useHost } from './host.ts';
import { type Json, obj, str, words } from './read-json.ts';

export interface ElementProps {
  element: Json;
  blockId: string;
  /** What the label of an input block points at. */
  fieldId?: string;
  /** What a screen reader calls the field. */
  label: string;
  /** In an input block: keeps its value for the submit and speaks only when asked to (`dispatch_action`). */
  input?: boolean;
  dispatch?: boolean;
  describedBy?: string | undefined;
  invalid?: boolean;
  required?: boolean;
}

/** State, busyness and the way out of one interactive element. */
export function useElement(props: ElementProps) {
  const { element, blockId, input = false, dispatch = false } = props;
  const host = useHost();
  const { session } = useApp();
  const [busy, setBusy] = useState(false);
  const actionId = str(element.action_id);
  const state: Json = host.get(blockId, actionId) ?? initialState(element) ?? {};

  const confirmed = async (): Promise<boolean> => {
    if (!element.confirm) return true;
    const confirm = obj(element.confirm);
    return session.ask({
      title: words(confirm.title, 'Are you sure?'),
      text: words(confirm.text),
      confirm: words(confirm.confirm, 'Yes'),
      deny: words(confirm.deny, 'Cancel'),
      danger: confirm.style === 'danger' || element.style === 'danger',
    });
  };
  /** Asks first where the element wants it, then tells the app. */
  const act = async (value?: unknown): Promise<boolean> => {
    if (busy || !(await confirmed())) return false;
    setBusy(true);
    const taken = await host.act(blockId, actionId, value);
    setBusy(false);
    return taken;
  };
  /** Keeps a new value; tells the app unless the value only waits for a submit. */
  const change = async (next: Json, by?: ActBy): Promise<void> => {
    if (!input && element.confirm && !(await confirmed())) return;
    host.set(blockId, actionId, next);
    if (input && !dispatch) return;
    setBusy(true);
    await host.act(blockId, actionId, next, by);
    setBusy(false);
  };
  const keep = (next: Json): void => host.set(blockId, actionId, next);
  const aria = {
    'aria-label': input ? undefined : props.label,
    'aria-describedby': props.describedBy,
    'aria-invalid': props.invalid ? ('true' as const) : undefined,
    'aria-required': props.required ? ('true' as const) : undefined,
  };
  const placeholder = words(element.placeholder);
  const first = element.focus_on_load === true ? { 'data-first-focus': true } : {};
  return { state, busy, act, change, keep, aria, placeholder, first, host, actionId };
}
