const local = new Set(['127.0.0.1', 'localhost']);

/** Links lead into Slack, or to the local workspace on this machine, and nowhere else. */
const allowed = ({ protocol, hostname, username, password }: URL): boolean => {
  if (username || password) return false;
  if (protocol === 'http:') return local.has(hostname);
  return protocol === 'https:' && (hostname === 'slack.com' || hostname.endsWith('.slack.com'));
};

/** A permalink as the address of a Markdown or mrkdwn link, or null when nobody should follow it. */
export const address = (link: string | null | undefined): string | null => {
  if (!link || !URL.canParse(link)) return null;
  const url = new URL(link);
  if (!allowed(url)) return null;
  return url.href.replace(
    /[()<>|[\]\s\\]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
};
