/** Who did what the payload tells of. */
export function personIn({ user_id, user, event }: Record<string, unknown>): { by?: string } {
  const inEvent = typeof event === 'object' && event !== null && 'user' in event ? event.user : undefined;
  for (const one of [user_id, user, inEvent]) {
    if (typeof one === 'string') return { by: one };
    if (typeof one === 'object' && one !== null && 'id' in one && typeof one.id === 'string') return { by: one.id };
  }
  return {};
}
