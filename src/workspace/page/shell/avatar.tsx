import type { PeopleUser } from '../../people/shapes.ts';

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word.charAt(0))
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join('')
    .toUpperCase() || '?';

/** Initials on the person's colour; an app is drawn square. */
export function Avatar({
  user,
  size = 'normal',
}: {
  user: PeopleUser | undefined;
  size?: 'tiny' | 'small' | 'normal' | 'large';
}) {
  return (
    <span
      class={`avatar ${size}${user?.is_bot ? ' app' : ''}`}
      style={{ backgroundColor: user?.color ?? '#777' }}
      data-initials={initials(user?.real_name || user?.name || '?')}
      aria-hidden="true"
    />
  );
}
