import { Icon } from '../shell/icon.tsx';
import { fileSize } from './file-size.ts';
import type { Pending } from './pending-files.ts';

export function FileChip({ pending, remove }: { pending: Pending; remove(): void }) {
  const { file, progress } = pending;
  return (
    <li class="chip">
      <Icon name="file" />
      <span class="chip-name">{file.name}</span>
      <span class="faint">{fileSize(file.size)}</span>
      {progress === null ? (
        <button type="button" class="icon-button" aria-label={`Remove ${file.name}`} onClick={remove}>
          <Icon name="close" />
        </button>
      ) : (
        <progress value={progress} max={1} aria-label={`Sending ${file.name}`} />
      )}
    </li>
  );
}
