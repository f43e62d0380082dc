import type { Uploads } from '../state/uploads.ts';
import { assistant } from './assistant.ts';
import { basics } from './basics.ts';
import { blocks } from './blocks.ts';
import { bookmarks } from './bookmarks.ts';
import { canvasAccess } from './canvas-access.ts';
import { canvases } from './canvases.ts';
import { chat } from './chat.ts';
import { conversations } from './conversations.ts';
import { files } from './files.ts';
import { functions } from './functions.ts';
import { history } from './history.ts';
import { membership } from './membership.ts';
import type { Method, Methods } from './method.ts';
import { oauth } from './oauth.ts';
import { pins } from './pins.ts';
import { reactions } from './reactions.ts';
import { scheduled } from './scheduled.ts';
import { streaming } from './streaming.ts';
import { team } from './team.ts';
import { usergroups } from './usergroups.ts';
import { users } from './users.ts';
import { views } from './views.ts';

/** Every Web API method the workspace knows, by name. */
export function methods(uploads: Uploads): Methods {
  return joined([
    basics,
    blocks,
    conversations,
    membership,
    users,
    usergroups,
    team,
    oauth,
    history,
    chat,
    views,
    canvases,
    canvasAccess,
    files(uploads),
    scheduled,
    streaming,
    reactions,
    pins,
    bookmarks,
    assistant,
    functions,
  ]);
}

/** Throws when two files claim one method: one of them would never be called. */
function joined(families: Methods[]): Methods {
  const all = new Map<string, Method>();
  for (const [name, method] of families.flatMap((family) => Object.entries(family))) {
    if (all.has(name)) throw new Error(`${name} is there twice`);
    all.set(name, method);
  }
  return Object.fromEntries(all);
}
