import type { WebClient } from '@slack/web-api';

/** A method whose arguments or answer the client's types do not know (yet). */
export async function call(
  client: WebClient,
  name: string,
  args: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  return { ...(await client.apiCall(name, args)) };
}
