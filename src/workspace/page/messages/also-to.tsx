interface AlsoToProps {
  channel: string;
  checked: boolean;
  change(checked: boolean): void;
}

/** Whether the answer in a thread shows in the channel, too. */
export function AlsoTo({ channel, checked, change }: AlsoToProps) {
  return (
    <label class="also-to">
      <input type="checkbox" checked={checked} onChange={(event) => change(event.currentTarget.checked)} />
      Also send to {channel}
    </label>
  );
}
