import { findPlaced, suggest } from '../deliveries/interactions.ts';
import type { Scene } from '../deliveries/scene.ts';
import { visibleCanvas } from '../state/canvases.ts';
import { peopleAssistant, peopleFunctions } from './assistant.ts';
import { activityOf } from './attention.ts';
import { peopleCanvas, peopleHome, peopleStack, peopleWorkspace } from './describe.ts';
import { readHistory } from './history.ts';
import { placeOf } from './places.ts';
import { search } from './search.ts';

export interface ReadParts extends Scene {
  connected: () => boolean;
}

type Read = (parts: ReadParts, as: string, query: URLSearchParams) => object | Promise<object>;

/** GET /people/<name> */
export const reads: Record<string, Read> = {
  workspace: ({ world, connected }, as) => peopleWorkspace(world, as, connected()),
  history: ({ world }, as, query) => readHistory(world, as, query),
  views: ({ world }, as) => ({ stack: peopleStack(world, as) }),
  home: ({ world }, as) => ({ view: peopleHome(world, as) }),
  assistant: ({ world }, as) => peopleAssistant(world, as),
  functions: ({ world }, as) => peopleFunctions(world, as),
  canvas: ({ world }, as, query) => peopleCanvas(world, visibleCanvas(world, query.get('canvas') ?? '', as), as),
  search: ({ world }, as, query) => search(world, as, query.get('q') ?? ''),
  activity: ({ world }, as) => activityOf(world, as),
  ahead: ({ world: { clock } }) => ({
    due: clock.due().map(({ at, what }) => ({ at: new Date(at).toISOString(), what })),
    real_now: new Date(clock.real()).toISOString(),
  }),
  options: async (parts, as, query) => {
    const view_id = query.get('view_id');
    const container = view_id
      ? { type: 'view' as const, view_id }
      : { type: 'message' as const, channel: query.get('channel') ?? '', ts: query.get('ts') ?? '' };
    const place = placeOf(parts.world, { as, container });
    const placed = findPlaced(parts.world, place, query.get('block_id') ?? '', query.get('action_id') ?? '');
    return suggest(parts, as, place, placed, query.get('value') ?? '');
  },
};
