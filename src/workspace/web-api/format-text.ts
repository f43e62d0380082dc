import type { World } from '../state/world.ts';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** What may stand between `<` and `>`: a person, a channel, a `!command`, an address with a scheme. */
const CONSTRUCT = /^(?:@[UWB][A-Z0-9]+|#[CGD][A-Z0-9]+|![^<>]+|[a-z][a-z0-9+.-]*:[^\s<>|]+)(?:\|[^<>]*)?$/i;
const TOKENS =
  /```[\s\S]*?```|`[^`\n]+`|<([^<>\n]*)>|&(?:amp|lt|gt);|[&<>]|https?:\/\/[^\s<>|`]*[^\s<>|`.,;:!?)\]}'"*_~]/g;
const IN_CODE = /<([^<>\n]*)>|&(?:amp|lt|gt);|[&<>]/g;

export interface Formatting {
  /** `full`: nothing in the text is markup. */
  parse?: string | undefined;
  link_names?: boolean | undefined;
}

/**
 * The text of an app as Slack keeps it (docs.slack.dev/messaging/formatting-message-text): constructs in `<…>` stay, a lone `&`, `<` or `>` is
 * escaped, and a bare address becomes a link. `parse: full` takes the text as somebody typed it.
 */
export function formatText(world: World, text: string, { parse, link_names }: Formatting): string {
  if (parse === 'full')
    return linkGroups(
      world,
      linkNames(
        world,
        text.replace(TOKENS, (token) => linked(token, false)),
      ),
    );
  const kept = text.replace(TOKENS, (token, construct?: string) => {
    if (token.startsWith('`')) return token.replace(IN_CODE, escaped);
    return token.startsWith('http') ? linked(token, true) : escaped(token, construct);
  });
  return link_names ? linkGroups(world, kept) : kept;
}

function escaped(token: string, construct?: string): string {
  if (construct !== undefined && CONSTRUCT.test(construct)) return token;
  if (/^&\w+;$/.test(token)) return token;
  return token.replace(/[&<>]/g, (mark) => ESCAPES[mark] ?? mark);
}

function linked(token: string, keepEntities: boolean): string {
  const safe = keepEntities
    ? token.replace(/&(?!(?:amp|lt|gt);)/g, '&amp;')
    : token.replace(/[&<>]/g, (mark) => ESCAPES[mark] ?? mark);
  return token.startsWith('http') ? `<${safe}>` : safe;
}

/** `#general` and `@here`, outside of what is already in `<…>`. */
function linkNames(world: World, text: string): string {
  return outside(text, (part) =>
    part
      .replace(/(?<=^|[\s(])@(here|channel|everyone)\b/g, '<!$1>')
      .replace(/(?<=^|[\s(])#([\p{L}\p{N}_-]+)/gu, (whole, name: string) => {
        const channel = [...world.channels.values()].find((one) => one.kind === 'public' && one.name === name);
        return channel ? `<#${channel.id}|${channel.name}>` : whole;
      }),
  );
}

/** User groups are all that `link_names` still links. */
function linkGroups(world: World, text: string): string {
  return outside(text, (part) =>
    part.replace(/(?<=^|[\s(])@([\p{L}\p{N}._-]+)/gu, (whole, handle: string) => {
      const group = [...world.usergroups.values()].find((one) => one.handle === handle && one.date_delete === 0);
      return group ? `<!subteam^${group.id}|@${group.handle}>` : whole;
    }),
  );
}

function outside(text: string, change: (part: string) => string): string {
  return text.replace(/<[^<>]*>|[^<]+/g, (part) => (part.startsWith('<') ? part : change(part)));
}
