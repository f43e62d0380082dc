const CLOSER =
  /^(?:(?:many |with )?(?:best|kind|warm|kindest|warmest)?\s?(?:regards|wishes)|best|cheers|thanks(?: again| a lot| so much)?|thank you|many thanks|sincerely(?: yours)?|yours (?:sincerely|faithfully|truly)|all the best|talk soon|mit freundlichen grüßen|viele grüße|beste grüße|herzliche grüße|lg|mfg|cordialement)[\s,.!–-]*$/iu;
const CONTACT =
  /\+?\d[\d\s()./-]{6,}\d|\S+@\S+\.\S+|(?:https?:\/\/|www\.)\S+|\s\|\s|\b(?:tel|phone|mobile|mob|cell|fax|direct)\b/iu;
const TITLE =
  /\b(?:manager|director|head of|executive|engineer|consultant|officer|vp|vice president|president|founder|partner|sales|success|lead|analyst|coordinator|specialist|administrator|associate|c[efot]o|gmbh|ltd|inc|llc|limited|plc)\b/iu;
/** A signature longer than this is no signature: somebody wrote on, or hides words there. Lines. */
const LONGEST = 8;

/**
 * The text without the signature that ends it: a closing word and the sender's name, title and numbers below, or those
 * alone. Words written on below it (`PS`) make it no signature.
 */
export function withoutSignature(text: string, sender: string): string {
  const lines = text.trimEnd().split(/\r\n|[\n\r]/u);
  const closer = lines.findLastIndex((line) => CLOSER.test(line.trim()));
  const below = closer < 0 ? [] : lines.slice(closer + 1).filter((line) => line.trim());
  if (closer > 0 && below.length <= LONGEST && below.every((line) => isSignatureLine(line, sender)))
    return lines.slice(0, closer).join('\n');
  const last = lines.findLastIndex((line) => !line.trim());
  const block = lines.slice(last + 1);
  const named = block[0] !== undefined && isNameOf(block[0], sender);
  const contact = block.slice(1).some((line) => CONTACT.test(line) || TITLE.test(line));
  return last > 0 && named && contact && block.length <= LONGEST && block.every((line) => isSignatureLine(line, sender))
    ? lines.slice(0, last).join('\n')
    : text;
}

function isSignatureLine(line: string, sender: string): boolean {
  const text = line.trim();
  if (text.length > 90 || /^p\.?\s?s\b/iu.test(text)) return false;
  if (CONTACT.test(text) || isNameOf(text, sender)) return true;
  const words = text.split(/\s+/u);
  return (
    words.length <= 7 &&
    !/[.!?]$/u.test(text) &&
    (TITLE.test(text) || words.every((word) => /^[\p{Lu}\d&|,(]/u.test(word)))
  );
}

/** `Dana`, `Dana K.` and `Dana Kowalczyk` for the sender Dana Kowalczyk. */
function isNameOf(line: string, sender: string): boolean {
  const words = line.trim().replace(/[,.]$/u, '').split(/\s+/u);
  const first = sender.trim().split(/\s+/u)[0]?.toLowerCase() ?? '';
  return words.length <= 4 && first.length > 1 && words[0]?.toLowerCase() === first;
}
