import { among, boolean, integer, list, may, must, object, rich, type Shape, type Spec, string, url } from './rules.ts';

/** docs.slack.dev/reference/block-kit/blocks/rich-text-block. Mentions take the marks that the client draws around them as well. */
const styles = (...names: string[]): Shape => ({
  style: may(object(Object.fromEntries(names.map((name) => [name, may(boolean)])))),
});
const TEXT = styles('bold', 'italic', 'strike', 'code', 'underline');
const MENTION = styles('bold', 'italic', 'strike', 'code', 'underline', 'highlight', 'client_highlight', 'unlink');
const border = may(integer(0, 1));

const INLINE: Record<string, Spec> = {
  text: { shape: { text: must({ is: 'string', min: 1 }), ...TEXT } },
  link: { shape: { url: must({ is: 'string', min: 1 }), text: may(string()), unsafe: may(boolean), ...TEXT } },
  emoji: {
    shape: {
      name: must({ is: 'string', min: 1 }),
      unicode: may({ is: 'string', pattern: /^[0-9a-f]+(-[0-9a-f]+)*$/ }),
      skin_tone: may(integer(1, 6)),
      url: may(url),
      ...TEXT,
    },
  },
  user: { shape: { user_id: must(string()), ...MENTION } },
  channel: { shape: { channel_id: must(string()), ...MENTION } },
  usergroup: { shape: { usergroup_id: must(string()), ...MENTION } },
  team: { shape: { team_id: must(string()), ...TEXT } },
  broadcast: { shape: { range: must(among('here', 'channel', 'everyone')), ...TEXT } },
  color: { shape: { value: must({ is: 'string', pattern: /^#[0-9a-f]{6}$/i }), ...TEXT } },
  date: {
    shape: {
      timestamp: must(integer(0, Number.MAX_SAFE_INTEGER)),
      format: must({ is: 'string', min: 1 }),
      url: may(url),
      fallback: may(string()),
      ...TEXT,
    },
  },
  /** docs.slack.dev/reference/block-kit/block-elements/canvas-element; not in @slack/types 3.2. */
  canvas: { shape: { file_id: must(string()), section_id: may(string()), ...TEXT } },
};
const inline = list(rich(...Object.keys(INLINE)));

/** Parts of a rich_text block. */
export const RICH: Record<string, Spec> = {
  ...INLINE,
  rich_text_section: { shape: { elements: must(inline) } },
  rich_text_list: {
    shape: {
      elements: must(list(rich('rich_text_section'), undefined, 1)),
      style: must(among('bullet', 'ordered')),
      indent: may(integer(0, 8)),
      offset: may(integer(0, Number.MAX_SAFE_INTEGER)),
      border,
    },
  },
  rich_text_quote: { shape: { elements: must(inline), border } },
  rich_text_preformatted: { shape: { elements: must(list(rich('text', 'link'))), language: may(string()), border } },
};
