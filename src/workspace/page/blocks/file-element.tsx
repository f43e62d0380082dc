import { useState } from 'preact/hooks';
import { FileDrop } from '../messages/file-drop.tsx';
import { upload } from '../store/api.ts';
import { useApp } from '../store/context.tsx';
import { list, num, str, texts } from './read-json.ts';
import { type ElementProps, useElement } from './use-element.ts';

/** file_input: uploads at once, privately; the submit carries the ids. */
export function FileElement(props: ElementProps) {
  const { session } = useApp();
  const { state, keep, aria } = useElement(props);
  const [progress, setProgress] = useState<number | null>(null);
  const files = list(state.files);
  const most = num(props.element.max_files) ?? 10;
  const types = texts(props.element.filetypes).map((type) => `.${type}`);
  const add = async (picked: Iterable<File>): Promise<void> => {
    let known = files;
    for (const file of [...picked].slice(0, most - files.length)) {
      setProgress(0);
      const sent = await session.attempt(upload({ as: session.me() }, file, setProgress));
      if (sent?.file) known = [...known, { ...sent.file }];
      keep({ type: 'file_input', files: known });
    }
    setProgress(null);
  };
  return (
    <FileDrop class="file-input" hint="Drop here" onFiles={(dropped) => void add(dropped)}>
      <input
        id={props.fieldId}
        type="file"
        class="field"
        multiple={most > 1}
        accept={types.join(',') || undefined}
        disabled={files.length >= most}
        {...aria}
        onChange={(event) => {
          void add([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      {progress === null ? null : <progress value={progress} max={1} aria-label="Sending the file" />}
      <ul class="chips">
        {files.map((file) => (
          <li key={str(file.id)} class="chip">
            <span class="chip-name">{str(file.name) || str(file.id)}</span>
            <button
              type="button"
              class="link-like"
              aria-label={`Remove ${str(file.name)}`}
              onClick={() => keep({ type: 'file_input', files: files.filter((one) => one.id !== file.id) })}
            >
              Remove
            </button>
          </li>
        ))}
      </ul>
    </FileDrop>
  );
}
