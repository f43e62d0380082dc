import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../shell/icon.tsx';
import { people } from '../store/api.ts';
import { useApp } from '../store/context.tsx';
import { encodeTyped, shortMentions } from './encode-typed.ts';
import { FileChip } from './file-chip.tsx';
import { HintList } from './hint-list.tsx';
import { type Hint, hintsFor } from './hints.ts';
import type { PendingFiles } from './pending-files.ts';

interface ComposerProps {
  channel: string;
  threadTs: string | null;
  label: string;
  pending: PendingFiles;
}

const TALLEST_PX = 220;

/** Enter sends, Shift+Enter breaks the line. The text stays until the server has it. */
export function Composer({ channel, threadTs, label, pending }: ComposerProps) {
  const { state, session } = useApp();
  const key = `${session.me()}/${channel}/${threadTs ?? ''}`;
  const [text, setText] = useState(session.drafts.get(key) ?? '');
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(0);
  const [hushed, setHushed] = useState('');
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const hintsId = useId();
  const users = state.workspace?.users ?? [];
  const commands = threadTs ? [] : (state.workspace?.commands ?? []);
  const hints = hushed === text ? [] : hintsFor(text, caret, commands, users);

  const change = (next: string): void => {
    setText(next);
    session.drafts.set(key, next);
    setActive(0);
  };
  useLayoutEffect(() => {
    const box = field.current;
    if (!box) return;
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight, TALLEST_PX)}px`;
  }, [text]);

  const take = (hint: Hint): void => {
    change(hint.text);
    setHushed(hint.text);
    field.current?.focus();
  };

  const send = async (): Promise<void> => {
    const typed = text.trim();
    if (busy || (!typed && pending.files.length === 0)) return;
    setBusy(true);
    const sent = await deliver(typed);
    setBusy(false);
    if (sent) change('');
    field.current?.focus();
  };
  const deliver = async (typed: string): Promise<boolean> => {
    const as = session.me();
    const known = /^(\/\S+)\s*([\s\S]*)$/.exec(typed);
    const command = known && commands.find((one) => one.command === known[1]);
    const encoded = encodeTyped(typed, users, state.workspace?.channels ?? []);
    if (command) {
      const rest = shortMentions(typed.slice(command.command.length).trim(), users);
      return (await session.attempt(people('slash', { as, channel, command: command.command, text: rest }))) !== null;
    }
    if (known && !threadTs && /^\/[a-z]/.test(typed)) {
      session.toast(`${known[1]} is not a command here.`);
      return false;
    }
    if (pending.files.length > 0) return pending.send(encoded);
    const post = people('post', { as, channel, text: encoded, ...(threadTs ? { thread_ts: threadTs } : {}) });
    return (await session.attempt(post)) !== null;
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const hint = hints[active];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (hints.length > 0 && step) setActive((active + step + hints.length) % hints.length);
    else if (
      hint &&
      (event.key === 'Tab' || (event.key === 'Enter' && !event.shiftKey && hint.text.trimEnd() !== text.trimEnd()))
    )
      take(hint);
    else if (hints.length > 0 && event.key === 'Escape') setHushed(text);
    else if (event.key === 'Enter' && !event.shiftKey) void send();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const mark = (): void => setCaret(field.current?.selectionStart ?? 0);
  return (
    <div class="composer">
      {hints.length > 0 ? <HintList id={hintsId} hints={hints} active={active} take={take} /> : null}
      <div class="composer-box" aria-busy={busy}>
        {pending.files.length > 0 ? (
          <ul class="chips" aria-label="Files to send">
            {pending.files.map((one) => (
              <FileChip key={one.key} pending={one} remove={() => pending.remove(one.key)} />
            ))}
          </ul>
        ) : null}
        <textarea
          ref={field}
          rows={1}
          value={text}
          aria-label={label}
          placeholder={label}
          aria-controls={hints.length > 0 ? hintsId : undefined}
          aria-activedescendant={hints.length > 0 ? `${hintsId}-${active}` : undefined}
          onInput={(event) => {
            change(event.currentTarget.value);
            mark();
          }}
          onSelect={mark}
          onKeyDown={onKeyDown}
          onPaste={(event) => event.clipboardData && pending.add(event.clipboardData.files)}
        />
        <div class="composer-tools">
          <button
            type="button"
            class="icon-button"
            aria-label="Attach files"
            title="Attach files"
            onClick={() => picker.current?.click()}
          >
            <Icon name="clip" />
          </button>
          <input
            ref={picker}
            type="file"
            multiple
            class="hidden-input"
            tabIndex={-1}
            aria-label={`Files for ${label}`}
            onChange={(event) => {
              pending.add(event.currentTarget.files ?? []);
              event.currentTarget.value = '';
            }}
          />
          <span class="composer-help">Shift + Enter for a new line</span>
          <button
            type="button"
            class="send"
            aria-label="Send"
            title="Send"
            disabled={busy || (!text.trim() && pending.files.length === 0)}
            onClick={() => void send()}
          >
            {busy ? <span class="spinner" /> : <Icon name="send" />}
          </button>
        </div>
      </div>
    </div>
  );
}
