import { Icon } from '../shell/icon.tsx';

/** The way back to the newest message for somebody who scrolled up. */
export function ToEnd({ missed, go }: { missed: number; go(): void }) {
  const words = missed === 0 ? 'Jump to newest' : missed === 1 ? '1 new message' : `${missed} new messages`;
  return (
    <button type="button" class={missed > 0 ? 'to-end fresh' : 'to-end'} onClick={go}>
      {words} <Icon name="down" />
    </button>
  );
}
