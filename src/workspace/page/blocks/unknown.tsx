/** What the page cannot draw is named, so that nothing is lost silently. */
export function Unknown({ type }: { type: string }) {
  return <span class="unknown">{type ? `“${type}” is not shown in this workspace` : 'Something without a type'}</span>;
}
