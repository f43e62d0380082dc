import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { PeopleView } from '../../people/protocol.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { HostContext } from '../blocks/host.ts';
import { words } from '../blocks/read-json.ts';
import { useViewHost } from '../blocks/view-host.ts';
import { missingFields, valuesOf } from '../blocks/view-values.ts';
import { Dialog } from '../shell/dialog.tsx';
import { Icon } from '../shell/icon.tsx';
import { people } from '../store/api.ts';
import { useApp } from '../store/context.tsx';
import { errorsIn } from './errors-in.ts';

interface ModalProps {
  view: PeopleView;
  /** How many lie under it. */
  depth: number;
  top: boolean;
}

export function Modal({ view, depth, top }: ModalProps) {
  const { session } = useApp();
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const mend = useCallback((blockId: string) => setErrors((known) => without(known, blockId)), []);
  const { host, typed } = useViewHost(view, errors, mend);
  const as = session.me();
  const title = words(view.title, 'Dialog');
  const refused = useRef(false);
  useEffect(() => {
    if (!refused.current || Object.keys(errors).length === 0) return;
    refused.current = false;
    document.querySelector<HTMLElement>('dialog [aria-invalid=true]')?.focus();
  }, [errors]);
  const refuse = (wrong: Record<string, string>): boolean => {
    refused.current = true;
    setErrors(wrong);
    return Object.keys(wrong).length > 0;
  };

  const close = async (all: boolean): Promise<void> => {
    await session.attempt(people('close', { as, view_id: view.id, is_cleared: all }));
    await session.attempt(session.readViews());
  };
  const submit = async (): Promise<void> => {
    if (busy) return;
    const values = valuesOf(view.blocks, typed);
    const missing = missingFields(view.blocks, values);
    if (refuse(missing)) return;
    setBusy(true);
    const answer = await session.attempt(people('submit', { as, view_id: view.id, values }));
    setBusy(false);
    if (!answer) return;
    const wrong = errorsIn(answer);
    if (!refuse(wrong)) await session.attempt(session.readViews());
  };
  if (!top) return null;
  return (
    <Dialog
      title={title}
      onEscape={() => void close(false)}
      before={
        depth > 0 ? (
          <button type="button" class="icon-button" aria-label="Back" title="Back" onClick={() => void close(false)}>
            <Icon name="back" />
          </button>
        ) : null
      }
      after={
        <button
          type="button"
          class="icon-button"
          aria-label="Close dialog"
          title="Close"
          onClick={() => void close(depth > 0)}
        >
          <Icon name="close" />
        </button>
      }
    >
      <form
        class="dialog-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (view.submit) void submit();
        }}
      >
        <div class="dialog-main">
          <HostContext.Provider value={host}>
            <Blocks blocks={view.blocks} />
          </HostContext.Provider>
        </div>
        <footer class="dialog-foot">
          <button type="button" class="button" onClick={() => void close(false)}>
            {words(view.close, view.submit ? 'Cancel' : 'Close')}
          </button>
          {view.submit ? (
            <button type="submit" class="button primary" aria-busy={busy} aria-disabled={busy}>
              <span class="button-text">{words(view.submit)}</span>
              {busy ? <span class="spinner" /> : null}
            </button>
          ) : null}
        </footer>
      </form>
    </Dialog>
  );
}

/** An error goes as soon as its field is changed; the next submit judges anew. */
function without(errors: Record<string, string>, blockId: string): Record<string, string> {
  if (!(blockId in errors)) return errors;
  const { [blockId]: _, ...rest } = errors;
  return rest;
}
