import { useEffect, useState } from 'preact/hooks';
import type { PeopleFile } from '../../people/shapes.ts';
import { Icon } from '../shell/icon.tsx';
import { useApp } from '../store/context.tsx';
import { fileSize } from './file-size.ts';

/** Text of this size or less is shown in the message. */
const MOST_PREVIEWED_BYTES = 200_000;
const PREVIEW_LINES = 6;
const TEXTUAL = /^text\/|[/+](json|xml|yaml|x-yaml|javascript|csv)$/;

export function FileCard({ file }: { file: PeopleFile }) {
  const { state, session } = useApp();
  const canvasChannel = state.workspace?.channels.find((channel) => channel.canvas_id === file.id);
  if (file.mimetype.startsWith('image/')) {
    return (
      <a class="file-image" href={file.href} target="_blank" rel="noopener noreferrer">
        <img src={file.href} alt={file.name} loading="lazy" />
      </a>
    );
  }
  const open = (event: MouseEvent): void => {
    if (!canvasChannel) return;
    event.preventDefault();
    void session.go({ kind: 'channel', channel: canvasChannel.id, tab: 'canvas', thread: null });
  };
  const previewed = !canvasChannel && TEXTUAL.test(file.mimetype) && file.size <= MOST_PREVIEWED_BYTES;
  return (
    <div class={previewed ? 'file-with-text' : undefined}>
      <a class="file-card" href={file.href} target="_blank" rel="noopener noreferrer" onClick={open}>
        <span class="file-sign">
          <Icon name={canvasChannel ? 'doc' : 'file'} />
        </span>
        <span class="file-words">
          <span class="file-name">{file.name}</span>
          <span class="faint">{canvasChannel ? 'Canvas' : `${extension(file.name)} · ${fileSize(file.size)}`}</span>
        </span>
      </a>
      {previewed ? <TextPreview file={file} /> : null}
    </div>
  );
}

/** The first lines, of a height that is known before they are; all of them on demand. */
function TextPreview({ file }: { file: PeopleFile }) {
  const [text, setText] = useState<string | null>(null);
  const [whole, setWhole] = useState(false);
  useEffect(() => {
    const given = new AbortController();
    fetch(file.href, { signal: given.signal })
      .then((response) => (response.ok ? response.text() : ''))
      .then(setText, () => undefined);
    return () => given.abort();
  }, [file.href]);
  const lines = (text ?? '').split('\n');
  return (
    <div class="file-text">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <pre class={whole ? 'whole' : ''} tabIndex={0}>
        {whole ? text : lines.slice(0, PREVIEW_LINES).join('\n')}
      </pre>
      {lines.length > PREVIEW_LINES ? (
        <button type="button" class="link-like" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? 'Show less' : `Show all ${lines.length} lines`}
        </button>
      ) : null}
    </div>
  );
}

const extension = (name: string): string =>
  name.includes('.') ? (name.split('.').at(-1) ?? '').toUpperCase() : 'File';
