import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Workspace } from '../../../src/workspace/server.ts';
import { clientOf, person, started } from '../fixture.ts';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await started();
});
afterEach(() => workspace.close());

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part)))),
  );
/** Heads of pictures of 1600 by 900 pixels: 0x640 by 0x384. */
const PICTURES: [name: string, content: Uint8Array<ArrayBuffer>][] = [
  ['board.png', bytes([0x89], 'PNG\r\n', [0x1a, 0x0a, 0, 0, 0, 13], 'IHDR', [0, 0, 6, 0x40, 0, 0, 3, 0x84])],
  ['board.gif', bytes('GIF89a', [0x40, 6, 0x84, 3])],
  ['board.jpg', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc2, 0, 17, 8, 3, 0x84, 6, 0x40, 3, 1])],
];

async function fileOf(name: string, content: Uint8Array<ArrayBuffer>) {
  const { file } = await person(workspace, 'U0PRIYA').upload({ channel: 'C0HANDOFFS', filename: name }, content);
  const answer = await clientOf(workspace).files.info({ file: String(Object(file).id) });
  return answer.file ?? {};
}

describe('pictures and where they are', () => {
  test.each(PICTURES)('%s is told with its size and thumbnails in its proportions', async (name, content) => {
    const file = await fileOf(name, content);
    expect(file).toMatchObject({ original_w: 1600, original_h: 900, thumb_360_w: 360, thumb_360_h: 203 });
    expect(file).toMatchObject({ thumb_1024_w: 1024, thumb_1024_h: 576, thumb_64: expect.any(String) });
    const headers = { authorization: `Bearer ${workspace.bot_token}` };
    const shown = await fetch(file.thumb_360 ?? '', { headers });
    expect(new Uint8Array(await shown.arrayBuffer())).toEqual(content);
    expect(await (await fetch(file.thumb_360 ?? '')).text()).not.toContain('PNG');
  });

  test('a picture is not made larger, and a text has no thumbnails but a preview', async () => {
    const small = bytes('GIF89a', [100, 0, 50, 0]);
    expect(await fileOf('dot.gif', small)).toMatchObject({ thumb_360_w: 100, thumb_360_h: 50, original_w: 100 });
    expect(await fileOf('dot.gif', small)).not.toHaveProperty('thumb_480');
    const text = await fileOf('a.txt', bytes('1\n2\n3\n4\n5\n6\n7'));
    expect(text).toMatchObject({ preview: '1\n2\n3\n4\n5', lines: 7, lines_more: 2, preview_is_truncated: true });
    expect(text).not.toHaveProperty('thumb_64');
  });

  test('every picture of a person, the app and the team can be fetched', async () => {
    const client = clientOf(workspace);
    const [user, bot, team] = await Promise.all([
      client.users.info({ user: 'U0PRIYA' }),
      client.bots.info({ bot: workspace.world.app.bot_id }),
      client.team.info(),
    ]);
    const images = [user.user?.profile, bot.bot?.icons, team.team?.icon].flatMap((one) =>
      Object.entries(one ?? {}).filter(([name]) => /^image_\d+$/.test(name)),
    );
    expect(images.length).toBe(6 + 3 + 7);
    for (const [, address] of images) {
      const answer = await fetch(String(address));
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
    }
    expect(await (await fetch(String(user.user?.profile?.image_72))).text()).toContain('>PR<');
    expect((await fetch(`${workspace.url}/avatars/U0NOBODY_72.svg`)).status).toBe(404);
  });
});
