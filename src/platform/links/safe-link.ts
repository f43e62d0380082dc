import { mrkdwn } from '../slack/index.ts';

/**
 * The address in its normal form when it is https, carries no credentials and its host is on the list (`acme.com` for exactly
 * that host, `.acme.com` for it and everything below); null otherwise. Safe inside `<…|…>`.
 */
export function safeLink(url: string, hosts: readonly string[]): string | null {
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  const { protocol, hostname, port, username, password } = parsed;
  if (protocol !== 'https:' || username || password || port) return null;
  const listed = hosts.some((host) => (host.startsWith('.') ? `.${hostname}`.endsWith(host) : hostname === host));
  return listed ? parsed.href.replaceAll('|', '%7C').replaceAll('>', '%3E').replaceAll('<', '%3C') : null;
}

/** A mrkdwn link when the address is allowed, else the label alone; the label is escaped. */
export function linkTo(url: string, label: string, hosts: readonly string[]): string {
  const safe = safeLink(url, hosts);
  const text = mrkdwn(label).replaceAll('|', '∣').replaceAll('\n', ' ');
  return safe ? `<${safe}|${text}>` : text;
}
