/** Labels that stand before a colon and name nobody; the credential words keep a password out of a turn's text. */
const NO_NAME =
  /^(?:date|time|duration|participants?|attendees?|present|subject|title|topic|location|call(?: id)?|outcome|recording|meeting|agenda|summary|notes?|next steps?|action items?|transcript|to|from|cc|re|ps|p\.s\.|e\.g\.|i\.e\.|https?|(?:.*\b)?(?:password|passwort|passwd|pwd|passcode|pin|log-?in|user(?:name)?|token|secret|api[ -]?key|credentials?))$/iu;
const PARTICLE = /^(?:van|von|der|den|de|del|della|di|da|du|la|le|el|al|bin|ibn|ter|ten|of|the|and|&|y|zu)$/u;

/** A person or a role as transcripts write them: few words, each with a capital, particles aside. */
export function isSpeakerName(name: string): boolean {
  const text = name.trim();
  if (text.length === 0 || text.length > 90 || NO_NAME.test(text) || /[!?;“”"]/u.test(text)) return false;
  const plain = text.replace(/\s*[([].*$/u, '');
  const words = plain.split(/\s+/u);
  if (words.length > 6 || /[.,]$/u.test(plain.replace(/\b\p{Lu}[\p{L}]{0,3}\.$/u, ''))) return false;
  return (
    words.every(
      (word) => PARTICLE.test(word) || /^(?:d['’]|O['’]|@)?[\p{Lu}\p{Lo}]/u.test(word) || /^\d+$/u.test(word),
    ) && /^[@\p{L}]/u.test(plain)
  );
}
