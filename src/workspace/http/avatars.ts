import { drawAvatar } from '../state/describe/avatar.ts';
import type { World } from '../state/world.ts';
import { type Route, send } from './exchange.ts';

/** `/avatars/<id>_<size>.svg`: open to everybody, as Slack's avatars are. */
export function serveAvatar(world: World): Route {
  return ({ response, url }) => {
    const drawn = drawAvatar(world, url.pathname);
    if (drawn === null) send(response, 'not found', 'text/plain', 404);
    else send(response, drawn, 'image/svg+xml');
  };
}
