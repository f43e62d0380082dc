const PREFIX = 'workspace-draft/';

/** What stands in a composer, kept in this browser until it is sent. `key` names person, channel and thread. */
export function keepDraft(key: string, text: string): void {
  try {
    if (text) localStorage.setItem(PREFIX + key, text);
    else localStorage.removeItem(PREFIX + key);
  } catch {
    // A full or forbidden storage keeps nothing; the text is still in the field.
  }
}

export const draftOf = (key: string): string => localStorage.getItem(PREFIX + key) ?? '';
