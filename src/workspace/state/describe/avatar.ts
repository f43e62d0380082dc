import { avatarColor } from '../ids.ts';
import type { World } from '../world.ts';

/** `image_72` and so on of a person, the app (`A…`, `B…`) or the workspace (`T…`): addresses of `drawAvatar`. */
export function avatars(world: World, id: string, sizes: number[]): Record<string, string> {
  return Object.fromEntries(sizes.map((size) => [`image_${size}`, `${world.url}/avatars/${id}_${size}.svg`]));
}

/** A square with initials, as SVG; null for an address that names nobody. */
export function drawAvatar(world: World, path: string): string | null {
  const [, id = '', size = ''] = /^\/avatars\/([A-Z0-9]+)_(\d{2,3})\.svg$/.exec(path) ?? [];
  const name = nameOf(world, id);
  if (name === undefined) return null;
  const words = name.split(' ').filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const initials = words.slice(0, 2).map((word) => [...word][0]?.toUpperCase() ?? '');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 72 72"><rect width="72" height="72" fill="${avatarColor(id)}"/><text x="36" y="46" font-family="sans-serif" font-size="28" fill="#fff" text-anchor="middle">${initials.join('').replace(/[<&]/g, '')}</text></svg>`;
}

function nameOf({ app, team, users }: World, id: string): string | undefined {
  if (id === app.id || id === app.bot_id) return app.name;
  return id === team.id ? team.name : users.get(id)?.real_name;
}
