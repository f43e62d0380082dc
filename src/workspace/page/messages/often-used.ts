const KEY = 'workspace-emoji';
const MOST = 18;
const FIRST = ['+1', 'white_check_mark', 'eyes', 'tada', 'heart', 'raised_hands', 'thinking_face', 'warning', 'rocket'];

/** Names of the emoji that this browser's people used last, newest first; at the start what most people use at work. */
export function oftenUsed(): string[] {
  const kept = (localStorage.getItem(KEY) ?? '').split(' ').filter(Boolean);
  return [...new Set([...kept, ...FIRST])].slice(0, MOST);
}

export function noteUsed(name: string): void {
  localStorage.setItem(KEY, [...new Set([name, ...oftenUsed()])].slice(0, MOST).join(' '));
}
