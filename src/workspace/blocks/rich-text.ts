import { among, integer, list, may, must, rich, type Spec, string, url } from './rules.ts';

const INLINE = [
  'text',
  'link',
  'emoji',
  'user',
  'channel',
  'usergroup',
  'team',
  'broadcast',
  'color',
  'date',
  'canvas',
] as const;
const inline = list(rich(...INLINE));

/** Parts of a rich_text block. */
export const RICH: Record<string, Spec> = {
  rich_text_section: { shape: { elements: must(inline) } },
  rich_text_list: {
    shape: {
      elements: must(list(rich('rich_text_section'), undefined, 1)),
      style: must(among('bullet', 'ordered')),
      indent: may(integer(0, 8)),
      offset: may(integer(0, Number.MAX_SAFE_INTEGER)),
      border: may(integer(0, 1)),
    },
  },
  rich_text_quote: { shape: { elements: must(inline), border: may(integer(0, 1)) } },
  rich_text_preformatted: { shape: { elements: must(list(rich('text', 'link'))), border: may(integer(0, 1)) } },
  text: { shape: { text: must({ is: 'string', min: 1 }) } },
  link: { shape: { url: must({ is: 'string', min: 1 }), text: may(string()) } },
  emoji: { shape: { name: must(string()) } },
  user: { shape: { user_id: must(string()) } },
  channel: { shape: { channel_id: must(string()) } },
  usergroup: { shape: { usergroup_id: must(string()) } },
  team: { shape: { team_id: must(string()) } },
  broadcast: { shape: { range: must(among('here', 'channel', 'everyone')) } },
  color: { shape: { value: must(string()) } },
  date: { shape: { timestamp: must({ is: 'number' }), format: must({ is: 'string', min: 1 }), url: may(url) } },
  canvas: { shape: { file_id: must(string()), section_id: may(string()) } },
};
