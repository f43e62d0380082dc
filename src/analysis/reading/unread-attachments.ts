/** What a reader of a mail is told of its attachments while nobody has read them. */
export function notRead(attachments: { name: string }[]): string[] {
  if (attachments.length === 0) return [];
  const names = attachments.map(({ name }) => name).join(', ');
  return [`I did not read what is attached to this mail: ${names}. Drop it here as well if it matters.`];
}
