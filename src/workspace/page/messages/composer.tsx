import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { people } from '../store/api.ts';
import { useApp } from '../store/context.tsx';
import { AlsoTo } from './also-to.tsx';
import { ComposerTools } from './composer-tools.tsx';
import { draftOf, keepDraft } from './drafts.ts';
import { encodeTyped } from './encode-typed.ts';
import { FileChip } from './file-chip.tsx';
import { formatOf } from './format-keys.ts';
import { breakLine, formatText, inFence, type Typed } from './format-text.ts';
import { HintList } from './hint-list.tsx';
import { type Hint, hintsFor } from './hints.ts';
import type { PendingFiles } from './pending-files.ts';
import { isFormatted, Preview } from './preview.tsx';
import { commandIn, runTyped } from './run-typed.ts';
import { useKnown } from './use-known.ts';
import { type Said, useSending } from './use-sending.ts';

interface ComposerProps {
  channel: string;
  threadTs: string | null;
  label: string;
  pending: PendingFiles;
  /** The name of the channel that a thread's answer can be sent to as well. */
  alsoTo?: string;
  /** Edits the last message of one's own; false when there is none. */
  editLast(): boolean;
}

const TALLEST_PX = 220;
/** Slack's own composer stops here; an app may send 40,000. */
const MOST_LETTERS = 12_000;
const FEW_LEFT = 500;
const PREVIEW_KEY = 'workspace-preview';

/** Enter sends, Shift+Enter breaks the line. What the workspace did not take comes back. */
export function Composer({ channel, threadTs, label, pending, alsoTo, editLast }: ComposerProps) {
  const { state, session } = useApp();
  const key = `${session.me()}/${channel}/${threadTs ?? ''}`;
  const [text, setText] = useState(() => draftOf(key));
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(0);
  const [hushed, setHushed] = useState('');
  const [broadcast, setBroadcast] = useState(false);
  const [preview, setPreview] = useState(localStorage.getItem(PREVIEW_KEY) !== 'off');
  const field = useRef<HTMLTextAreaElement>(null);
  const select = useRef<[number, number] | null>(null);
  const hintsId = useId();
  const known = useKnown();
  const commands = threadTs ? [] : (state.workspace?.commands ?? []);
  const hints = useMemo(
    () => (hushed === text ? [] : hintsFor(text, caret, commands, known)),
    [hushed, text, caret, commands.length, known],
  );
  const encoded = useMemo(() => encodeTyped(text.trim(), known), [text, known]);
  const command = commandIn(text, commands);
  const left = MOST_LETTERS - encoded.length;

  const change = (next: string, selection?: [number, number]): void => {
    setText(next);
    keepDraft(key, next);
    setActive(0);
    if (selection) {
      select.current = selection;
      setCaret(selection[1]);
    }
  };
  useLayoutEffect(() => {
    const box = field.current;
    if (!box) return;
    if (select.current) box.setSelectionRange(...select.current);
    select.current = null;
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight, TALLEST_PX)}px`;
  }, [text]);

  const typed = (): Typed => {
    const at = field.current?.selectionStart ?? text.length;
    return { text, start: at, end: field.current?.selectionEnd ?? at };
  };
  const replace = ({ text: next, start, end }: Typed): void => {
    change(next, [start, end]);
    field.current?.focus();
  };
  const take = (hint: Hint): void => {
    setHushed(hint.text);
    replace({ text: hint.text, start: hint.caret, end: hint.caret });
  };
  const insert = (word: string): void => {
    const { start, end } = typed();
    const at = start + word.length;
    replace({ text: text.slice(0, start) + word + text.slice(end), start: at, end: at });
  };

  const post = async ({ encoded: text, broadcast, withFiles }: Said): Promise<boolean> => {
    const files = withFiles ? await pending.send() : [];
    if (!files) return false;
    const thread = threadTs ? { thread_ts: threadTs, reply_broadcast: broadcast } : {};
    const body = { as: session.me(), channel, text, files, ...thread };
    const posted = (await session.attempt(people('post', body))) !== null;
    if (withFiles) pending.settle(posted, files);
    return posted;
  };
  const { busy, send: sendOff } = useSending(
    async (said) =>
      (await runTyped(session, channel, said.text.trim(), commands, known.users, threadTs !== null)) ?? post(said),
    (said) => {
      const since = draftOf(key);
      change(since === '' ? said.text : `${said.text}\n${since}`);
      setBroadcast(said.broadcast);
    },
  );
  const withFiles = pending.files.length > 0 && !busy;
  const sendable = left >= 0 && (text.trim() !== '' || withFiles);
  const send = (): void => {
    if (!sendable) return;
    sendOff({ text, encoded, broadcast, withFiles });
    change('');
    setBroadcast(false);
    field.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const hint = hints[active];
    const mod = event.ctrlKey || event.metaKey;
    const step = mod || event.altKey ? undefined : { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const enter = event.key === 'Enter';
    const format = mod ? formatOf(event) : undefined;
    if (hints.length > 0 && step) setActive((active + step + hints.length) % hints.length);
    else if (hint && (event.key === 'Tab' || (enter && !event.shiftKey && hint.text.trimEnd() !== text.trimEnd())))
      take(hint);
    else if (hints.length > 0 && event.key === 'Escape') setHushed(text);
    else if (format) replace(formatText(typed(), format));
    else if (enter && (event.shiftKey || (!mod && inFence(text, typed().start)))) replace(breakLine(typed()));
    else if (enter) send();
    else if (event.key === 'ArrowUp' && text === '' && step && editLast()) setHushed('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const mark = (): void => setCaret(field.current?.selectionStart ?? 0);
  return (
    <div class="composer">
      {hints.length > 0 ? <HintList id={hintsId} hints={hints} active={active} take={take} /> : null}
      {hints.length === 0 && command ? (
        <p class="command-help">
          <strong>{command.command}</strong> {command.usage_hint} <span class="faint">{command.description}</span>
        </p>
      ) : null}
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
          aria-autocomplete="list"
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
        {preview && !command && isFormatted(encoded) ? <Preview text={encoded} /> : null}
        {alsoTo && threadTs ? <AlsoTo channel={alsoTo} checked={broadcast} change={setBroadcast} /> : null}
        <ComposerTools
          label={label}
          busy={busy}
          sendable={sendable}
          preview={preview}
          left={left < FEW_LEFT ? left : null}
          attach={pending.add}
          format={(format) => replace(formatText(typed(), format))}
          emoji={(name) => insert(`:${name}: `)}
          togglePreview={() => {
            localStorage.setItem(PREVIEW_KEY, preview ? 'off' : 'on');
            setPreview(!preview);
          }}
          send={send}
        />
      </div>
    </div>
  );
}
