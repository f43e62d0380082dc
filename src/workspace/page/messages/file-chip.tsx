import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../shell/icon.tsx';
import { fileSize } from './file-size.ts';
import type { Pending } from './pending-files.ts';

export function FileChip({ pending, remove }: { pending: Pending; remove(): void }) {
  const { file, progress } = pending;
  const picture = usePicture(file);
  return (
    <li class="chip">
      {picture ? <img class="chip-picture" src={picture} alt="" /> : <Icon name="file" />}
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

/** The address of a small picture of an image file, from this browser's memory. */
function usePicture(file: File): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!/^image\/(png|jpeg|gif|webp)$/.test(file.type)) return;
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address;
}
