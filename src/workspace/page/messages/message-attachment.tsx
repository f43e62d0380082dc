import { type Json, list, num, str } from '../blocks/read-json.ts';
import { Mrkdwn } from '../mrkdwn/blocks-view.tsx';
import { formatSlackDate } from '../mrkdwn/dates.ts';
import { Link } from '../mrkdwn/link.tsx';
import { Picture } from '../mrkdwn/picture.tsx';
import { useApp } from '../store/context.tsx';
import { zoneOf } from '../store/state.ts';

/** Slack's three named colours of attachments, in ours. */
const COLORS: Record<string, string> = { good: 'var(--ok)', warning: 'var(--warn)', danger: 'var(--danger)' };

/** An attachment of the older kind (docs.slack.dev, "Legacy message attachments"), or what an app unfurled from a link. */
export function MessageAttachment({ attachment }: { attachment: Json }) {
  const { state, session } = useApp();
  const color = str(attachment.color);
  const bar = COLORS[color] ?? (/^#?[0-9a-f]{6}$/i.test(color) ? `#${color.replace('#', '')}` : 'var(--line-strong)');
  const title = str(attachment.title);
  const link = str(attachment.title_link) || str(attachment.from_url);
  const ts = num(attachment.ts) ?? Number(str(attachment.ts));
  const foot = str(attachment.footer);
  const image = str(attachment.image_url) || str(attachment.thumb_url);
  return (
    <>
      {attachment.pretext ? <Words text={str(attachment.pretext)} /> : null}
      <div class="attachment" style={{ borderColor: bar }}>
        {attachment.author_name ? <p class="attachment-author">{str(attachment.author_name)}</p> : null}
        {title ? <p class="attachment-title">{link ? <Link url={link}>{title}</Link> : title}</p> : null}
        {attachment.text ? <Words text={str(attachment.text)} /> : null}
        <Fields fields={list(attachment.fields)} />
        {image ? <Picture url={image} alt={title || 'Picture'} /> : null}
        {foot || ts > 0 ? (
          <p class="faint attachment-foot">
            {foot}
            {ts > 0 ? ` ${formatSlackDate(ts, '{date_short_pretty} at {time}', zoneOf(state), session.now())}` : ''}
          </p>
        ) : null}
        {!title && !attachment.text && list(attachment.fields).length === 0 ? <p>{str(attachment.fallback)}</p> : null}
      </div>
    </>
  );
}

const Words = ({ text }: { text: string }) => (
  <div class="text">
    <Mrkdwn text={text} />
  </div>
);

function Fields({ fields }: { fields: Json[] }) {
  if (fields.length === 0) return null;
  return (
    <dl class="attachment-fields">
      {fields.map((field, index) => (
        <div key={index} class={field.short === true ? 'short' : undefined}>
          <dt>{str(field.title)}</dt>
          <dd class="text">
            <Mrkdwn text={str(field.value)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
