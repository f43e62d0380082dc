import { useRef, useState } from 'preact/hooks';
import { FileDrop } from '../messages/file-drop.tsx';
import { Icon } from '../shell/icon.tsx';
import { upload } from '../store/api.ts';
import { useApp } from '../store/context.tsx';
import { refusalWords } from '../store/refusal-words.ts';
import { type Json, list, num, str, texts } from './read-json.ts';
import { type ElementProps, useElement } from './use-element.ts';

/** docs.slack.dev/reference/block-kit/block-elements/file-input-element */
const MOST = 10;

interface Going {
  key: number;
  name: string;
  /** 0 to 1. */
  share: number;
}

/** file_input: uploads at once, privately; the submit carries the ids. */
export function FileElement(props: ElementProps) {
  const { session } = useApp();
  const { state, keep, aria, first } = useElement(props);
  const [going, setGoing] = useState<Going[]>([]);
  const [said, setSaid] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const nextKey = useRef(1);
  const most = num(props.element.max_files) ?? MOST;
  const types = texts(props.element.filetypes).map((type) => `.${type.toLowerCase()}`);
  const files = list(state.files);
  /** What is held now, while several uploads come back one after another. */
  const held = useRef<Json[]>(files);
  held.current = files;

  const put = (next: Json[]): void => {
    held.current = next;
    keep({ type: 'file_input', files: next });
  };
  const send = async (file: File, key: number): Promise<void> => {
    const progress = (share: number): void =>
      setGoing((all) => all.map((one) => (one.key === key ? { ...one, share } : one)));
    try {
      const sent = await upload({ as: session.me() }, file, progress);
      if (sent.file) put([...held.current, { ...sent.file }]);
    } catch (error) {
      setSaid(`${file.name}: ${refusalWords(error)}`);
    }
    setGoing((all) => all.filter((one) => one.key !== key));
  };
  const add = async (picked: Iterable<File>): Promise<void> => {
    const all = [...picked];
    const right = all.filter(
      (file) => types.length === 0 || types.some((type) => file.name.toLowerCase().endsWith(type)),
    );
    const room = Math.max(0, most - held.current.length - going.length);
    const wrongType = all.length - right.length;
    const tooMany = Math.max(0, right.length - room);
    setSaid(
      [
        wrongType > 0 ? `Only ${types.join(', ')} can be added here.` : '',
        tooMany > 0 ? `No more than ${most} ${most === 1 ? 'file' : 'files'} can be added.` : '',
      ].join(' '),
    );
    const taken = right.slice(0, room).map((file) => ({ file, key: nextKey.current++ }));
    setGoing((now) => [...now, ...taken.map(({ file, key }) => ({ key, name: file.name, share: 0 }))]);
    for (const { file, key } of taken) await send(file, key);
  };
  const remove = (file: Json): void => {
    put(held.current.filter((one) => one.id !== file.id));
    setSaid(`${str(file.name)} removed.`);
    input.current?.focus();
  };
  const full = files.length >= most;
  return (
    <FileDrop class="file-input" hint="Drop here" onFiles={(dropped) => void add(dropped)}>
      <div class="file-drop" data-invalid={aria['aria-invalid']}>
        <Icon name="clip" />
        <span>
          {full
            ? 'That is all that fits.'
            : most === 1
              ? 'Choose a file or drop it here'
              : 'Choose files or drop them here'}
        </span>
        <span class="faint">{[types.join(', '), most > 1 ? `at most ${most}` : ''].filter(Boolean).join(' · ')}</span>
        <input
          ref={input}
          id={props.fieldId}
          type="file"
          multiple={most > 1}
          accept={types.join(',') || undefined}
          aria-disabled={full}
          {...aria}
          {...first}
          onClick={(event) => full && event.preventDefault()}
          onChange={(event) => {
            void add([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
      </div>
      {files.length + going.length > 0 ? (
        <ul class="file-list" aria-label="Files added">
          {files.map((file) => (
            <li key={str(file.id)} class="file-row">
              <Icon name="file" />
              <span class="sent-name">{str(file.name) || str(file.id)}</span>
              <button
                type="button"
                class="button small quiet"
                aria-label={`Remove ${str(file.name)}`}
                onClick={() => remove(file)}
              >
                Remove
              </button>
            </li>
          ))}
          {going.map((one) => (
            <li key={one.key} class="file-row">
              <Icon name="file" />
              <span class="sent-name">{one.name}</span>
              <progress value={one.share} max={1} aria-label={`Sending ${one.name}`} />
            </li>
          ))}
        </ul>
      ) : null}
      <p class={said.trim() ? 'faint small-text' : 'visually-hidden'} role="status">
        {said}
      </p>
    </FileDrop>
  );
}
