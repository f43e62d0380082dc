import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { PeopleView } from '../../people/shapes.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { HostContext } from '../blocks/host.ts';
import { list, str, words } from '../blocks/read-json.ts';
import { useViewHost } from '../blocks/view-host.ts';
import { Dialog } from '../shell/dialog.tsx';
import { Icon } from '../shell/icon.tsx';
import { useCoveredFocus, useFocusInside } from './use-covered-focus.ts';
import { useSubmit } from './use-submit.ts';

interface ModalProps {
  view: PeopleView;
  /** The title of the one under it. */
  below: string | null;
  top: boolean;
}

export function Modal({ view, below, top }: ModalProps) {
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const mend = useCallback((blockId: string) => setErrors((known) => without(known, blockId)), []);
  const { host, typed } = useViewHost(view, errors, mend, setTrouble);
  const form = useRef<HTMLFormElement>(null);
  const refused = useRef(false);
  const refuse = (wrong: Record<string, string>): void => {
    refused.current = true;
    setErrors(wrong);
  };
  const { busy, submit, close } = useSubmit({ view, typed: () => typed, refuse, tell: setTrouble });
  useEffect(() => {
    if (!refused.current || Object.keys(errors).length === 0) return;
    refused.current = false;
    form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [errors]);
  useCoveredFocus(form, top);
  useFocusInside(form, top, view.blocks);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !view.submit) return;
    event.preventDefault();
    void submit();
  };
  return (
    <Dialog
      title={words(view.title, 'Dialog')}
      onEscape={() => void close(false)}
      class={top ? 'modal' : 'modal covered'}
      before={below === null ? null : <Corner name={`Back to ${below}`} icon="back" run={() => void close(false)} />}
      after={<Corner name="Close dialog" icon="close" run={() => void close(below !== null)} />}
    >
      <form
        ref={form}
        class="dialog-form"
        noValidate
        aria-busy={busy}
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault();
          if (view.submit) void submit();
        }}
      >
        {busy ? <div class="modal-progress" aria-hidden="true" /> : null}
        <div class="dialog-main">
          <HostContext.Provider value={host}>
            <Blocks blocks={view.blocks} />
          </HostContext.Provider>
        </div>
        <p class="visually-hidden" role="status">
          {busy ? 'Sending …' : ''}
        </p>
        <p class="visually-hidden" role="alert">
          {spoken(view.blocks, errors)}
        </p>
        {trouble ? (
          <p class="modal-trouble" role="alert">
            <Icon name="warning" /> <span>{trouble}</span>
          </p>
        ) : null}
        <footer class="dialog-foot">
          <button type="button" class="button" onClick={() => void close(false)}>
            {words(view.close, view.submit ? 'Cancel' : 'Close')}
          </button>
          {view.submit ? (
            <button
              type="submit"
              class="button primary"
              aria-busy={busy}
              aria-disabled={busy || view.submit_disabled === true}
              title="Ctrl+Enter"
            >
              <span class="button-text">{words(view.submit)}</span>
              {busy ? <span class="spinner" /> : null}
            </button>
          ) : null}
        </footer>
      </form>
    </Dialog>
  );
}

function Corner({ name, icon, run }: { name: string; icon: 'back' | 'close'; run(): void }) {
  return (
    <button type="button" class={`icon-button ${icon}`} aria-label={name} title={name} onClick={run}>
      <Icon name={icon} />
    </button>
  );
}

/** What a screen reader says after a refused submit: how much is wrong and where. What is wrong it says with each field. */
function spoken(blocks: unknown, errors: Record<string, string>): string {
  const wrong = list(blocks).filter((block) => errors[str(block.block_id)] !== undefined);
  if (wrong.length === 0) return '';
  const labels = wrong.map((block) => words(block.label)).join(', ');
  return `${wrong.length} ${wrong.length === 1 ? 'answer needs' : 'answers need'} attention: ${labels}`;
}

/** An error goes as soon as its field is changed; the next submit judges anew. */
function without(errors: Record<string, string>, blockId: string): Record<string, string> {
  if (!(blockId in errors)) return errors;
  const { [blockId]: _, ...rest } = errors;
  return rest;
}
