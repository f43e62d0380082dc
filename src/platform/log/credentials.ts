// Slack's tokens (xoxb-, xoxp-, xoxe.xoxp-, xapp-), OpenAI-like keys, HubSpot and Notion keys, bearer headers, webhook and response addresses.
const credential =
  /\b(?:xox[a-z]|xapp)[-.][\w.-]+|\bsk-[\w-]{8,}|\bpat-[\w-]{8,}|\b(?:secret|ntn)_\w{8,}|\bBearer\s+[\w.~+/=-]+|https:\/\/hooks\.slack\.com\/\S+/gi;

/** Replaces anything that looks like a credential by `[masked]`. */
export const maskCredentials = (text: string): string => text.replace(credential, '[masked]');
