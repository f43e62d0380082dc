import { createHmac } from 'node:crypto';

/** Slack's request signature, docs.slack.dev/authentication/verifying-requests-from-slack. `timestamp` in real seconds. */
export function sign(secret: string, timestamp: number, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}
