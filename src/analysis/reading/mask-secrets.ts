/** What stands where a credential stood. */
export const MASK = '[secret removed]';

/** Credentials with a shape of their own: nothing else looks like them. */
const SHAPES = [
  /-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----|$)/gu,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/gu,
  /\b(?:xox[a-z]|xapp)-[A-Za-z0-9-]{10,}/gu,
  /https:\/\/hooks\.slack\.com\/services\/[A-Za-z0-9/]{20,}/gu,
  /\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{20,}|glpat-[\w-]{20,}|npm_[A-Za-z0-9]{36})/gu,
  /\b(?:sk-[\w-]{20,}|[sr]k_(?:live|test)_[A-Za-z0-9]{16,}|AIza[\w-]{35}|SG\.[\w-]{16,}\.[\w-]{16,})/gu,
  /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}(?:\.[\w-]*)?/gu,
];

const LABEL =
  '(?:pass(?:word|wd|phrase|code)|pwd|passwort|kennwort|mot de passe|contraseña|(?:api|secret|access|private|subscription)[ _-]?key|client[ _-]secret|(?:access|auth|api|bearer|refresh)[ _-]?token)s?';
/** `password: x`, `API key = x`, `| Password | x |`: after a mark of assignment nearly any single token is the secret. */
const ASSIGNED = new RegExp(
  String.raw`(\b${LABEL}\b["'*_]*\s*(?:[:=|]|=>|→)\s*["'“‘*_\x60]*)([^\s"'”’|,;\x60]{3,})(?=([\s\S]{0,3}))`,
  'giu',
);
/** `the password is x`, `password "x"`: only what no ordinary word looks like. */
const SPOKEN = new RegExp(
  String.raw`(\b(?:${LABEL}|pass|pw)\b\s+(?:(?:is|ist|was|lautet|to|now|still|are)\s+){0,2}["'“‘\x60]?)([^\s"'”’,;\x60]{5,})`,
  'giu',
);
/** `admin login on the firewall is user / secret`, `creds: user:secret`. */
const PAIR =
  /(\b(?:log-?ins?|credentials?|creds|username|user|account|zugang)\b[^.\n]{0,60}?(?:\b(?:is|are|ist)\b|[:=|])\s*)([\w.@+-]{2,64}(?:\s*[/|]\s*|\s+(?:and\s+)?(?:pw|pass(?:word)?|with)\s+|:))([^\s"'”’,;]{5,})/giu;
const BEARER = /(\bbearer\s+)([\w.~+/-]{16,}=*)/giu;
const IN_ADDRESS = /(\b[a-z][a-z0-9+.-]{1,12}:\/\/[^\s:/@]{1,64}:)([^\s:/@]{3,})(?=@)/giu;

const NO_SECRET =
  /^(?:saml.*|oauth.*|oidc|openid|sso|ldap|okta|azure|entra|office365|m365|microsoft365|required|optional|reset.*|yes|none|tbd|tbc|n\/a|same|see|the|and|not|must|will|should|may|can|min(?:imum)?|max(?:imum)?|at|to|for|by|as|from|in|is|are|has|have|set|sent|on|with|via|per|no|never|provided|supplied|managed|stored|changed|expired?s?|policy|login|\[secret|removed\]|\*+|x{3,}|\d+[-–]?(?:days?|char\w*|months?|digits?|bits?))[.:!?]*$/iu;

/** Passwords, keys and tokens replaced by `[secret removed]`. Careful about false alarms: prose about passwords stays. */
export function maskSecrets(text: string): { text: string; found: number } {
  let found = 0;
  const removed = () => {
    found += 1;
    return MASK;
  };
  let masked = text;
  for (const shape of SHAPES) masked = masked.replace(shape, removed);
  if (!/pass|pw|kennwort|contrase|key|secret|token|bearer|log-?in|cred|user|account|zugang|:\/\//iu.test(masked))
    return { text: masked, found };
  masked = masked
    .replace(IN_ADDRESS, (_all, before: string) => before + removed())
    .replace(BEARER, (all, before: string, value: string) => (/\d/u.test(value) ? before + removed() : all))
    .replace(PAIR, (all, before: string, user: string, value: string) =>
      looksMade(value) && !/^\/\//u.test(value) && !NO_SECRET.test(user.trim()) ? before + removed() : all,
    )
    .replace(ASSIGNED, (all, before: string, value: string, after: string) =>
      isAssigned(value, after) ? before + removed() + tail(value) : all,
    )
    .replace(SPOKEN, (all, before: string, value: string) =>
      looksMade(value) ? before + removed() + tail(value) : all,
    );
  return { text: masked, found };
}

/** Letters and digits mixed, as people make passwords; not a date, an amount, a clause, a mail address or a well-known word. */
function looksMade(value: string): boolean {
  const word = value.replace(/[.,;:!?)]+$/u, '');
  if (word.length < 5 || NO_SECRET.test(word) || /^[^\s@]+@[^\s@]+\.\w+$/u.test(word)) return false;
  return (
    /\d/u.test(word) && /\p{L}/u.test(word) && !/^[\p{Sc}]?\d[\d.,]*(?:st|nd|rd|th|k|m|pm|am|h|min|%|x)?$/iu.test(word)
  );
}

/** A lower-case word with more words behind it is prose (`Password: must be changed`), the same word alone is a secret. */
function isAssigned(value: string, after: string): boolean {
  if (NO_SECRET.test(value)) return false;
  return looksMade(value) || !/^\s+\p{L}/u.test(after) || !/^\p{L}?\p{Ll}+$/u.test(value);
}

const tail = (value: string) => /[.!?)]+$/u.exec(value)?.[0] ?? '';
