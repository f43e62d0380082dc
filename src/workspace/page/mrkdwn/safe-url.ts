const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** The address if a person may follow it, else null: `javascript:`, `data:` and scheme-relative addresses never become links. */
export function safeUrl(address: string): string | null {
  const url = address.trim();
  if (/^[/#?][^/\\]/.test(url)) return url;
  try {
    return SCHEMES.has(new URL(url).protocol) ? url : null;
  } catch {
    return null;
  }
}
