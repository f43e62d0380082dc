import type { PeopleView } from '../../people/shapes.ts';
import { Blocks } from './blocks.tsx';
import { HostContext } from './host.ts';
import { useViewHost } from './view-host.ts';

const NO_ERRORS = {};

/** What the app published to App Home. */
export function HomeBlocks({ view }: { view: PeopleView }) {
  const { host } = useViewHost(view, NO_ERRORS);
  return (
    <HostContext.Provider value={host}>
      <Blocks blocks={view.blocks} />
    </HostContext.Provider>
  );
}
