import type { PeopleFile } from '../../people/protocol.ts';
import { Icon } from '../shell/icon.tsx';
import { useApp } from '../store/context.tsx';
import { fileSize } from './file-size.ts';

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
  return (
    <a class="file-card" href={file.href} target="_blank" rel="noopener noreferrer" onClick={open}>
      <span class="file-sign">
        <Icon name={canvasChannel ? 'doc' : 'file'} />
      </span>
      <span class="file-words">
        <span class="file-name">{file.name}</span>
        <span class="faint">{canvasChannel ? 'Canvas' : `${extension(file.name)} · ${fileSize(file.size)}`}</span>
      </span>
    </a>
  );
}

const extension = (name: string): string =>
  name.includes('.') ? (name.split('.').at(-1) ?? '').toUpperCase() : 'File';
