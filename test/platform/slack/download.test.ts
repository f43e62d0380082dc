import type { RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import { downloadSlackFile, slackFileOrigins } from '../../../src/platform/slack/index.ts';
import { serve } from '../http-server.ts';

const fetchFrom = async (
  listener: RequestListener,
  file: { mimetype?: string; size?: number } = {},
  maxBytes = 1_000,
) => {
  const origin = await serve(listener);
  return downloadSlackFile({ url_private: `${origin}/f`, ...file }, 'xoxb-1', { maxBytes, allowedOrigins: [origin] });
};

test('a file arrives whole, asked for with the token', async () => {
  const { bytes, contentType } = await fetchFrom((req, res) => {
    res.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' });
    res.end(req.headers.authorization);
  });
  expect(Buffer.from(bytes).toString()).toBe('Bearer xoxb-1');
  expect(contentType).toBe('text/plain');
});

test('a login page in place of the file is refused, an HTML file is not', async () => {
  const page: RequestListener = (_, res) => {
    res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    res.end('<!DOCTYPE html>');
  };
  await expect(fetchFrom(page, { mimetype: 'application/pdf' })).rejects.toMatchObject({ code: 'login_page' });
  await expect(fetchFrom(page, { mimetype: 'text/html' })).resolves.toMatchObject({ contentType: 'text/html' });
});

test('too large a file is refused: by what Slack says, and by what comes', async () => {
  let asked = 0;
  const large: RequestListener = (_, res) => {
    asked += 1;
    res.writeHead(200, { 'content-type': 'application/pdf' });
    const pour = () => {
      while (res.write(Buffer.alloc(65_536)));
    };
    res.on('drain', pour);
    pour();
  };
  await expect(fetchFrom(large, { size: 1_001 })).rejects.toMatchObject({ code: 'too_large' });
  expect(asked).toBe(0);
  await expect(fetchFrom(large)).rejects.toMatchObject({ code: 'too_large' });
});

test('the token goes nowhere else: not to a foreign address, not along a redirect', async () => {
  const tokens: (string | undefined)[] = [];
  const stranger = await serve((req, res) => {
    tokens.push(req.headers.authorization);
    res.end('x');
  });
  const away: RequestListener = (_, res) => {
    res.writeHead(302, { location: `${stranger}/f` });
    res.end();
  };
  await expect(fetchFrom(away)).rejects.toMatchObject({ code: 'redirected_away' });
  const options = { maxBytes: 10, allowedOrigins: ['https://files.slack.com'] };
  for (const url_private of [
    `${stranger}/f`,
    'http://169.254.169.254/',
    'http://[::1]/',
    'file:///etc/passwd',
    'https://files.slack.com@127.0.0.1/',
    'http://files.slack.com/f',
  ])
    await expect(downloadSlackFile({ url_private }, 'xoxb-1', options)).rejects.toMatchObject({ code: 'foreign_host' });
  expect(tokens).toEqual([]);
});

test('a redirect within Slack is followed, an endless one is not', async () => {
  const { bytes } = await fetchFrom((req, res) => {
    if (req.url === '/f') res.writeHead(302, { location: '/g' });
    res.end(req.url);
  });
  expect(Buffer.from(bytes).toString()).toBe('/g');
  const loop: RequestListener = (_, res) => {
    res.writeHead(302, { location: '/f' });
    res.end();
  };
  await expect(fetchFrom(loop)).rejects.toMatchObject({ code: 'redirected_away' });
});

test('a file that is gone says so, and one without an address too', async () => {
  const gone: RequestListener = (_, res) => {
    res.writeHead(404);
    res.end();
  };
  await expect(fetchFrom(gone)).rejects.toMatchObject({ code: 'http', status: 404 });
  await expect(downloadSlackFile({}, 'xoxb-1', { maxBytes: 1, allowedOrigins: [] })).rejects.toMatchObject({
    code: 'no_address',
  });
});

test('files are at Slack, and at a Web API that is not Slack’s', () => {
  expect(slackFileOrigins('https://slack.com/api/')).toEqual(['https://files.slack.com']);
  expect(slackFileOrigins('http://127.0.0.1:4000/api/')).toEqual(['https://files.slack.com', 'http://127.0.0.1:4000']);
});
