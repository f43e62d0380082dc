import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A part of the page that is fetched when it is first shown, so that the first paint does not wait for it. */
export function lazy<P extends object>(fetchIt: () => Promise<ComponentType<P>>, name: string): ComponentType<P> {
  let known: ComponentType<P> | undefined;
  return (props: P) => {
    const [Part, setPart] = useState<ComponentType<P> | undefined>(() => known);
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      if (Part) return;
      fetchIt().then(
        (fetched) => {
          known = fetched;
          setPart(() => fetched);
        },
        () => setFailed(true),
      );
    }, [Part]);
    if (Part) return <Part {...props} />;
    return <p class="empty">{failed ? `${name} could not be read. Reload the page.` : `Opening ${name} …`}</p>;
  };
}
