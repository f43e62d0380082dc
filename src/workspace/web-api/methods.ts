import type { Uploads } from '../state/uploads.ts';
import { basics } from './basics.ts';
import { canvases } from './canvases.ts';
import { chat } from './chat.ts';
import { conversations } from './conversations.ts';
import { files } from './files.ts';
import { history } from './history.ts';
import { marks } from './marks.ts';
import type { Methods } from './method.ts';
import { views } from './views.ts';

/** Every Web API method the workspace knows, by name. */
export function methods(uploads: Uploads): Methods {
  return {
    ...basics,
    ...conversations,
    ...history,
    ...chat,
    ...views,
    ...canvases,
    ...files(uploads),
    ...marks,
  };
}
