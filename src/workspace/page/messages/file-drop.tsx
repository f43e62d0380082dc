import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';

/** An area that takes dropped files. */
export function FileDrop({
  hint,
  onFiles,
  class: name,
  children,
}: {
  hint: string;
  onFiles(files: Iterable<File>): void;
  class: string;
  children: ComponentChildren;
}) {
  const [over, setOver] = useState(false);
  const depth = useRef(0);
  const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
  const enter = (step: number) => (event: DragEvent) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    depth.current = Math.max(0, depth.current + step);
    setOver(depth.current > 0);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a pointer's second way; the composer's button is the first
    <div
      class={name}
      onDragEnter={enter(1)}
      onDragLeave={enter(-1)}
      onDragOver={(event) => carriesFiles(event) && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        depth.current = 0;
        setOver(false);
        if (event.dataTransfer) onFiles(event.dataTransfer.files);
      }}
    >
      {children}
      {over ? <div class="drop-veil">{hint}</div> : null}
    </div>
  );
}
