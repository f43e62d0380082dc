import { type Route, send } from '../http/exchange.ts';
import { allow } from '../state/installs.ts';
import type { World } from '../state/world.ts';
import { consentPage, policy, refusalPage } from './page.ts';
import { type InstallRequest, installers, readRequest } from './request.ts';

const HTML = 'text/html; charset=utf-8';

/** `GET /oauth/v2/authorize` asks a person; `POST` is the answer, and leads back to the app. */
export function serveInstall(world: World): Route {
  return async ({ request, response, url, body }) => {
    const posted = request.method === 'POST';
    const query = posted ? new URLSearchParams((await body()).toString()) : url.searchParams;
    const asked = readRequest(world, query);
    const refuse = (error: string) =>
      send(response, refusalPage(error), HTML, 400, { 'content-security-policy': policy() });
    if ('error' in asked) return refuse(asked.error);
    if (!posted) {
      // With `no-referrer` a browser would send the form with `Origin: null`.
      const headers = { 'content-security-policy': policy(asked.target), 'referrer-policy': 'same-origin' };
      return send(response, consentPage(world, asked, query), HTML, 200, headers);
    }
    if (query.get('decision') !== 'allow') return leadBack(asked, { error: 'access_denied' });
    const user = installers(world, asked).find(({ id }) => id === query.get('user'));
    if (!user) return refuse('user_not_found');
    leadBack(asked, { code: allow(world, { ...asked, user: user.id }).code });

    function leadBack({ target, state }: InstallRequest, answer: Record<string, string>): void {
      const to = new URL(target);
      for (const [name, value] of Object.entries(answer)) to.searchParams.set(name, value);
      if (state !== null) to.searchParams.set('state', state);
      send(response, '', HTML, 302, { location: to.href, 'referrer-policy': 'no-referrer' });
    }
  };
}
