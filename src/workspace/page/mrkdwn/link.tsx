import type { ComponentChildren } from 'preact';
import { useApp } from '../store/context.tsx';
import { safeUrl } from './safe-url.ts';

/** A link; one that leads to a message, channel or canvas of this workspace opens it here. */
export function Link({ url, children }: { url: string; children: ComponentChildren }) {
  const { session } = useApp();
  const href = safeUrl(url);
  if (href === null) return <>{children}</>;
  const follow = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey) return;
    if (href.startsWith('#')) {
      event.preventDefault();
      document.getElementById(href.slice(1))?.scrollIntoView();
    } else if (session.follow(href)) event.preventDefault();
  };
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" onClick={follow}>
      {children}
    </a>
  );
}
