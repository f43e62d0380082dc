import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { draftOf } from '../messages/drafts.ts';
import { Icon } from './icon.tsx';

const FOLDED_KEY = 'workspace-folded';

// Written by `RailGroup` below.
const foldedNow = (): string[] => JSON.parse(localStorage.getItem(FOLDED_KEY) ?? '[]') as string[];

interface RailGroupProps {
  title: string;
  /** A button beside the title. */
  tool?: ComponentChildren;
  /** The link of the place one is at, and those that wait, stay in sight when the group is folded. */
  children: ComponentChildren;
}

export function RailGroup({ title, tool, children }: RailGroupProps) {
  const [folded, setFolded] = useState(() => foldedNow().includes(title));
  const toggle = (): void => {
    const others = foldedNow().filter((one) => one !== title);
    localStorage.setItem(FOLDED_KEY, JSON.stringify(folded ? others : [...others, title]));
    setFolded(!folded);
  };
  return (
    <section class={`rail-group${folded ? ' folded' : ''}`} aria-label={title}>
      <h2>
        <button type="button" class="rail-fold" aria-expanded={!folded} onClick={toggle}>
          <Icon name="down" /> {title}
        </button>
        {tool}
      </h2>
      <ul>{children}</ul>
    </section>
  );
}

interface RailLinkProps {
  name: string;
  mark: ComponentChildren;
  current: boolean;
  unread?: number;
  mentions?: number;
  faint?: boolean | undefined;
  draft?: boolean | undefined;
  hint?: string | undefined;
  tag?: string | undefined;
  dot?: 'on' | 'off' | undefined;
  onClick(): void;
}

export function RailLink(props: RailLinkProps) {
  const { name, mark, current, unread = 0, mentions = 0, faint, draft, hint, tag, dot, onClick } = props;
  const asked = mentions > 0 && mentions !== unread ? `${mentions} for you` : '';
  const words = [name, tag, hint, unread ? `${unread} unread` : '', asked, draft ? 'draft' : ''];
  const classes = ['rail-link', (unread > 0 || mentions > 0) && 'unread', faint && 'faint'];
  return (
    <li>
      <button
        type="button"
        class={classes.filter(Boolean).join(' ')}
        aria-current={current ? 'page' : undefined}
        aria-label={words.filter(Boolean).join(', ')}
        onClick={onClick}
      >
        {mark}
        {/* The spaces part the words for those who hear the text; in a row of boxes they are not drawn. */}
        <span class="rail-name">{name}</span> {tag ? <span class="tag">{tag}</span> : null}{' '}
        {draft ? <Icon name="pencil" /> : null}
        {dot ? <span class={`dot ${dot}`} title={hint} /> : null}
        {mentions > 0 ? <span class="count">{mentions > 99 ? '99+' : mentions}</span> : null}
      </button>
    </li>
  );
}

/** Something was begun in the channel's composer and not sent. */
export const hasDraft = (me: string, channel: string): boolean => draftOf(`${me}/${channel}/`).trim() !== '';
