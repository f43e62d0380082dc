/** Text with the words that were searched for marked; case and accents do not matter, as on the server. */
export function Marked({ text, terms }: { text: string; terms: string[] }) {
  const parts = cut(text, terms);
  return <>{parts.map((part, index) => (part.hit ? <mark key={index}>{part.text}</mark> : part.text))}</>;
}

const folded = (letter: string): string => letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().charAt(0);

function cut(text: string, terms: string[]): { text: string; hit: boolean }[] {
  // Letter by letter, so that places in the folded text are places in the text.
  const flat = [...text].map((letter) => (letter.length === 1 ? folded(letter) || letter : '  ')).join('');
  const hits = new Array<boolean>(text.length).fill(false);
  for (const term of terms.filter(Boolean)) {
    for (let at = flat.indexOf(term); at >= 0; at = flat.indexOf(term, at + term.length))
      hits.fill(true, at, at + term.length);
  }
  const parts: { text: string; hit: boolean }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const hit = hits[at] ?? false;
    const last = parts.at(-1);
    if (last && last.hit === hit) last.text += text.charAt(at);
    else parts.push({ text: text.charAt(at), hit });
  }
  return parts;
}
