import { Icon } from '../shell/icon.tsx';
import { safeUrl } from './safe-url.ts';

/** An image of this workspace. One from elsewhere is named, not loaded: the page speaks to its own origin only. */
export function Picture({ url, alt, small }: { url: string; alt: string; small?: boolean }) {
  const href = safeUrl(url);
  const own = href !== null && new URL(href, location.href).origin === location.origin;
  if (own) return <img class={small ? 'picture small' : 'picture'} src={href} alt={alt} loading="lazy" />;
  return (
    <span
      class={small ? 'picture-note small' : 'picture-note'}
      role="img"
      aria-label={alt || 'Image'}
      title={href ?? undefined}
    >
      <Icon name="image" />
      {small ? null : alt || 'Image'}
    </span>
  );
}
