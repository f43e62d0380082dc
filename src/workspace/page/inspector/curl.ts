import type { TrafficDetail } from '../../people/traffic-entry.ts';

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** The call as a command for a terminal. The token is masked in what the page knows, so the command takes it from the environment. */
export function curlOf(entry: TrafficDetail, origin: string): string {
  const body = entry.request?.body ?? '';
  const isJson = /^\s*[[{]/.test(body);
  const lines = [
    `curl ${quoted(`${origin}/api/${entry.what}`)}`,
    `-H "Authorization: Bearer $SLACK_BOT_TOKEN"`,
    `-H ${quoted(`content-type: ${isJson ? 'application/json; charset=utf-8' : 'application/x-www-form-urlencoded'}`)}`,
    ...(body ? [`--data ${quoted(isJson ? compact(body) : body)}`] : []),
  ];
  return lines.join(' \\\n  ');
}

function compact(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json));
  } catch {
    return json;
  }
}
