import { useRef, useState } from 'preact/hooks';
import type { PeopleView } from '../../people/shapes.ts';
import { missingFields, type Values, valuesOf } from '../blocks/view-values.ts';
import { people } from '../store/api.ts';
import { useApp } from '../store/context.tsx';
import { refusalWords } from '../store/refusal-words.ts';
import { errorsIn } from './errors-in.ts';

interface Submitting {
  view: PeopleView;
  typed(): Values;
  /** Field errors, by block_id; an empty table clears them. */
  refuse(errors: Record<string, string>): void;
  tell(trouble: string | null): void;
}

/** Sending a modal, and leaving it. What was typed stays until the app took it. */
export function useSubmit({ view, typed, refuse, tell }: Submitting) {
  const { session } = useApp();
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);
  const as = session.me();

  const close = async (all: boolean): Promise<void> => {
    await session.attempt(people('close', { as, view_id: view.id, is_cleared: all }));
    await session.attempt(session.readViews());
  };
  const submit = async (): Promise<void> => {
    if (sending.current || view.submit_disabled) return;
    const values = valuesOf(view.blocks, typed());
    const missing = missingFields(view.blocks, values);
    tell(null);
    refuse(missing);
    if (Object.keys(missing).length > 0) return;
    sending.current = true;
    setBusy(true);
    try {
      const wrong = errorsIn(await people('submit', { as, view_id: view.id, values }));
      refuse(wrong);
      if (Object.keys(wrong).length === 0) await session.attempt(session.readViews());
    } catch (error) {
      tell(`${refusalWords(error)} What you entered is still here.`);
    }
    sending.current = false;
    setBusy(false);
  };
  return { busy, submit, close };
}
