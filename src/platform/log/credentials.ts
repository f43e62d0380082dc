/**
 * Real shapes only, each vendor's own prefix in its own case and as long as it is given out: `sk-telecom_contract.pdf` is a file.
 * In order: Slack's tokens (xoxb-, xoxp-, xoxe.xoxp-, xapp-), OpenAI-like keys with and without a label, HubSpot and Notion
 * keys, bearer headers, webhook and response addresses.
 */
const credential = new RegExp(
  [
    /\b(?:xox[a-z]|xapp)[-.](?=[\w.-]*\d)[\w.-]+/,
    /\bsk-(?:proj|svcacct|admin|ant|or)-(?=[\w-]*\d)(?=[\w-]*[A-Za-z0-9]{8})[\w-]+/,
    /\bsk-(?=[A-Za-z]*\d)[A-Za-z0-9]{20,}/,
    /\bpat-[a-z]{2}\d-(?=[\w-]*\d)[\w-]{8,}/,
    /\bsecret_(?=[A-Za-z]*\d)[A-Za-z0-9]{32,}/,
    /\bntn_(?=[A-Za-z]*\d)[A-Za-z0-9]{8,}/,
    /\bBearer\s+[\w.~+/=-]+|\bbearer\s+(?=[\w.~+/=-]*\d)[\w.~+/=-]{8,}/,
    /https:\/\/hooks\.slack\.com\/\S+/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

/** Replaces anything that has the shape of a credential by `[masked]`. */
export const maskCredentials = (text: string): string => text.replace(credential, '[masked]');
