import { type Json, obj, str } from './read-json.ts';

/** Where an image lies: its own address, or a file of the workspace read as `me`. */
export function imageUrl(image: Json, me: string): string {
  const file = obj(image.slack_file);
  const id = str(file.id);
  if (id) return `/people/file?${new URLSearchParams({ as: me, file: id })}`;
  return str(image.image_url) || str(file.url);
}
