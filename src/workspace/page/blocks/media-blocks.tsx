import type { ComponentChildren } from 'preact';
import { BlocksView } from '../mrkdwn/blocks-view.tsx';
import { Link } from '../mrkdwn/link.tsx';
import { Picture } from '../mrkdwn/picture.tsx';
import { Icon } from '../shell/icon.tsx';
import { useApp } from '../store/context.tsx';
import { imageUrl } from './image-url.ts';
import { type Json, obj, str, words } from './read-json.ts';
import { richTextBlocks } from './rich-text.ts';
import { PlainText, TextObject } from './text-object.tsx';

export function ImageBlock({ block }: { block: Json }) {
  const { session } = useApp();
  return (
    <figure class="figure">
      {block.title ? (
        <figcaption>
          <PlainText text={words(block.title)} />
        </figcaption>
      ) : null}
      <Picture url={imageUrl(block, session.me())} alt={str(block.alt_text)} />
    </figure>
  );
}

/** A video as a card that leads to it: nothing is loaded from elsewhere. */
export function VideoBlock({ block }: { block: Json }) {
  const from = [str(block.provider_name), str(block.author_name)].filter(Boolean).join(' · ') || 'Video';
  return (
    <div class="block-card video">
      <span class="video-still" role="img" aria-label={str(block.alt_text)}>
        <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
          <path d="M7 5.5v9l7.500-4.500z" />
        </svg>
      </span>
      <div>
        <p class="card-title">
          <Link url={str(block.title_url) || str(block.video_url)}>
            <PlainText text={words(block.title)} />
          </Link>
        </p>
        <p class="faint small-text">{from}</p>
        {block.description ? <p class="small-text">{words(block.description)}</p> : null}
      </div>
    </div>
  );
}

export function FileBlock({ block }: { block: Json }) {
  return (
    <p class="faint file-line">
      <Icon name="file" /> Remote file {str(block.external_id)}
    </p>
  );
}

export function ContainerBlock({ block, children }: { block: Json; children: ComponentChildren }) {
  const { session } = useApp();
  const icon = obj(block.icon);
  const title = block.rich_text_title ? (
    <BlocksView blocks={richTextBlocks(obj(block.rich_text_title))} />
  ) : (
    <PlainText text={words(block.title)} />
  );
  const head = (
    <span class="container-head">
      {icon.alt_text ? <Picture url={imageUrl(icon, session.me())} alt={str(icon.alt_text)} small /> : null}
      <span>
        <span class="container-title">{title}</span>
        {block.subtitle ? (
          <span class="faint small-text">
            <TextObject value={block.subtitle} />
          </span>
        ) : null}
      </span>
    </span>
  );
  const width = ['narrow', 'wide', 'full'].includes(str(block.width)) ? str(block.width) : 'standard';
  if (block.is_collapsible !== true) {
    const line = block.has_header_divider === true ? ' lined' : '';
    return (
      <section class={`container ${width}${line}`} aria-label={words(block.title) || undefined}>
        <div class="container-top">{head}</div>
        {children}
      </section>
    );
  }
  return (
    <details class={`container folds ${width}`} open={block.default_collapsed !== true}>
      <summary>{head}</summary>
      {children}
    </details>
  );
}
