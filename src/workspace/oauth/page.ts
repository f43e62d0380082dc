import { createHash } from 'node:crypto';
import { escapeHtml } from '../http/escape-html.ts';
import type { World } from '../state/world.ts';
import { type InstallRequest, installers } from './request.ts';

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: light-dark(#f4f4f6, #17181c); color: light-dark(#1b1c20, #ececf0); }
main { box-sizing: border-box; width: min(32rem, 100% - 2rem); margin: 2rem auto; padding: 2rem; border-radius: 12px; background: light-dark(#fff, #22242a); }
h1 { margin: 0 0 .5rem; font-size: 1.35rem; line-height: 1.3; }
h2 { margin: 1.25rem 0 .25rem; font-size: 1rem; }
ul { margin: 0; padding-left: 1.25rem; }
code { font-size: .95em; overflow-wrap: anywhere; }
label { display: block; margin: 1.25rem 0 .25rem; font-weight: 600; }
select, button { box-sizing: border-box; min-height: 44px; font: inherit; border-radius: 8px; border: 1px solid light-dark(#84858c, #8d8f98); padding: 0 1rem; background: transparent; color: inherit; }
select { width: 100%; background: light-dark(#fff, #22242a); }
.choices { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: 1.5rem; }
button[value=allow] { border-color: transparent; background: light-dark(#2f5fd0, #8fb0ff); color: light-dark(#fff, #10131c); font-weight: 600; }
:focus-visible { outline: 3px solid light-dark(#2f5fd0, #8fb0ff); outline-offset: 2px; }
`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** Browsers hold a form's redirects to `form-action`, so the app's address must stand in it. */
export function policy(target?: URL): string {
  const form = target ? ` ${target.origin}` : '';
  const rest = "base-uri 'none'; frame-ancestors 'none'";
  return `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'${form}; ${rest}`;
}

/** Asks a person whether the app may come in. */
export function consentPage(world: World, request: InstallRequest, query: URLSearchParams): string {
  const { app, team } = world;
  const hidden = [...query].map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  const people = installers(world, request).map(
    (user) => `<option value="${escapeHtml(user.id)}">${escapeHtml(user.real_name)}</option>`,
  );
  return document(
    `${app.name} asks to come into ${team.name}`,
    `<p>It leads back to <code>${escapeHtml(request.target.origin)}</code>.</p>
    ${scopeList('What the app will be able to do', request.scopes)}
    ${scopeList('What it will be able to do in your name', request.user_scopes)}
    <form method="post" action="/oauth/v2/authorize">${hidden.join('')}
      <label for="user">Install as</label>
      <select id="user" name="user">${people.join('')}</select>
      <div class="choices">
        <button name="decision" value="allow">Allow</button>
        <button name="decision" value="cancel">Cancel</button>
      </div>
    </form>`,
  );
}

const SENTENCES: Record<string, string> = {
  invalid_client_id: 'No app with this client id is known here.',
  no_scopes: 'The app asks for no scopes.',
  invalid_scope: 'The app asks for a scope that does not exist.',
  bad_redirect_uri: 'The redirect address is none of those that are set for the app.',
  user_not_found: 'This person cannot install apps.',
};

export function refusalPage(error: string): string {
  const said = SENTENCES[error] ?? 'The request makes no sense.';
  return document('The app cannot be installed', `<p>${said} <code>${escapeHtml(error)}</code></p>`);
}

function scopeList(title: string, scopes: string[]): string {
  if (scopes.length === 0) return '';
  const items = scopes.map((scope) => `<li><code>${escapeHtml(scope)}</code></li>`).join('');
  return `<h2>${title}</h2><ul>${items}</ul>`;
}

function document(title: string, body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body><main><h1>${escapeHtml(title)}</h1>${body}</main></body></html>`;
}
