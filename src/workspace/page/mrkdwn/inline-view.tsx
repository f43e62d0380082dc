import { Fragment } from 'preact';
import { useApp } from '../store/context.tsx';
import { channelOf, nameOf, userOf, zoneOf } from '../store/state.ts';
import { formatSlackDate, fullTime } from './dates.ts';
import { emojiOf } from './emoji.ts';
import { Link } from './link.tsx';
import type { Inline } from './nodes.ts';
import { Picture } from './picture.tsx';

const TAG = { bold: 'strong', italic: 'em', strike: 's', underline: 'u' } as const;

export function InlineView({ nodes }: { nodes: Inline[] }) {
  return (
    <>
      {nodes.map((node, index) => (
        <Fragment key={index}>
          <One node={node} />
        </Fragment>
      ))}
    </>
  );
}

function One({ node }: { node: Inline }) {
  const { state, session } = useApp();
  switch (node.type) {
    case 'text':
      return <>{node.text}</>;
    case 'bold':
    case 'italic':
    case 'strike':
    case 'underline': {
      const Tag = TAG[node.type];
      return (
        <Tag>
          <InlineView nodes={node.children} />
        </Tag>
      );
    }
    case 'code':
      return <code>{node.text}</code>;
    case 'link':
      return (
        <Link url={node.url}>
          <InlineView nodes={node.children} />
        </Link>
      );
    case 'user': {
      const user = userOf(state, node.id);
      const mine = node.id === state.workspace?.me ? ' mine' : '';
      if (!user) return <span class={`mention${mine}`}>@{node.id}</span>;
      return (
        <button
          type="button"
          class={`mention link-like${mine}`}
          onClick={() => session.openPanel({ kind: 'person', user: user.id })}
        >
          @{nameOf(user)}
        </button>
      );
    }
    case 'channel': {
      const channel = channelOf(state, node.id);
      if (!channel) return <span class="mention">#private channel</span>;
      return (
        <button type="button" class="mention link-like" onClick={() => void session.openChannel(channel.id)}>
          #{channel.name}
        </button>
      );
    }
    case 'group': {
      const group = state.workspace?.usergroups.find((one) => one.id === node.id);
      const mine = node.id === undefined || group?.users.includes(state.workspace?.me ?? '');
      const names = group?.users.map((id) => nameOf(userOf(state, id))).join(', ');
      return (
        <span class={mine ? 'mention mine' : 'mention'} title={names}>
          {group ? `@${group.handle}` : node.label}
        </span>
      );
    }
    case 'date': {
      const tz = zoneOf(state);
      const text = formatSlackDate(node.ts, node.format, tz, session.now());
      const time = (
        <time dateTime={new Date(node.ts * 1000).toISOString()} title={fullTime(node.ts * 1000, tz)}>
          {text}
        </time>
      );
      return node.link ? <Link url={node.link}>{time}</Link> : time;
    }
    case 'emoji':
      return (
        <span class="emoji" role="img" aria-label={node.name.replaceAll('_', ' ')}>
          {emojiOf(node.name) ?? `:${node.name}:`}
        </span>
      );
    case 'image':
      return <Picture url={node.url} alt={node.alt} />;
  }
}
