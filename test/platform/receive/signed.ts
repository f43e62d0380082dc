import { createHmac } from 'node:crypto';

export const signingSecret = '0123456789abcdef0123456789abcdef';

/** Headers and body as Slack sends them: JSON for events, a form for the rest. `age` in seconds, negative for the future. */
export function signed(body: object | string, options: { age?: number; retry?: number } = {}) {
  const isEvent = typeof body === 'object' && 'event' in body;
  const raw = typeof body === 'string' ? body : isEvent ? JSON.stringify(body) : form(body);
  const timestamp = String(Math.floor(Date.now() / 1_000) - (options.age ?? 0));
  const signature = `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:${raw}`).digest('hex')}`;
  const headers: Record<string, string> = {
    'content-type': isEvent || typeof body === 'string' ? 'application/json' : 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': signature,
  };
  if (options.retry !== undefined) headers['x-slack-retry-num'] = String(options.retry);
  return { method: 'POST', headers, body: raw };
}

// Slash commands are plain forms; interactions are JSON in a form's `payload`.
const form = (body: object): string => {
  const fields: [string, string][] = Object.entries(body).map(([key, value]) => [key, String(value)]);
  return new URLSearchParams('command' in body ? fields : { payload: JSON.stringify(body) }).toString();
};

export const messageEvent = (id: string, text = 'hello') => ({
  type: 'event_callback',
  token: 'verification',
  team_id: 'T1',
  event_id: id,
  event: { type: 'message', channel: 'C1', user: 'U1', text, ts: '1.1' },
});
export const click = (trigger: string, action = 'approve') => ({
  type: 'block_actions',
  team: { id: 'T1' },
  user: { id: 'U1' },
  trigger_id: trigger,
  response_url: 'https://hooks.slack.com/actions/T1/1/x',
  actions: [{ type: 'button', action_id: action, block_id: 'b', value: 'v' }],
});
export const slash = (trigger: string) => ({
  command: '/handoff',
  text: 'help',
  team_id: 'T1',
  user_id: 'U1',
  channel_id: 'C1',
  trigger_id: trigger,
});
