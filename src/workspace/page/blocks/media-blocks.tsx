import type { ComponentChildren } from 'preact';
import { BlocksView } from '../mrkdwn/blocks-view.tsx';
import { Link } from '../mrkdwn/link.tsx';
import { Picture } from '../mrkdwn/picture.tsx';
import { Icon } from '../shell/icon.tsx';
import { useApp } from '../store/context.tsx';
import type { BlockProps } from './blocks.tsx';
import { Element } from './element.tsx';
import { imageUrl } from './image-url.ts';
import { type Json, list, obj, str, words } from './read-json.ts';
import { richTextBlocks } from './rich-text.ts';
import { PlainText, TextObject } from './text-object.tsx';

export function ImageBlock({ block }: { block: Json }) {
  const { session } = useApp();
  return (
    <figure class="figure">
      {block.title ? <figcaption>{words(block.title)}</figcaption> : null}
      <Picture url={imageUrl(block, session.me())} alt={str(block.alt_text)} />
    </figure>
  );
}

export function VideoBlock({ block }: { block: Json }) {
  return (
    <div class="card">
      <p class="card-title">
        <Link url={str(block.title_url) || str(block.video_url)}>{words(block.title)}</Link>
      </p>
      <p class="faint">{[str(block.provider_name), str(block.author_name)].filter(Boolean).join(' · ') || 'Video'}</p>
      {block.description ? <p>{words(block.description)}</p> : null}
    </div>
  );
}

export function FileBlock({ block }: { block: Json }) {
  return (
    <p class="faint">
      <Icon name="file" /> File {str(block.external_id)}
    </p>
  );
}

export function CardBlock({ block, blockId }: BlockProps) {
  const { session } = useApp();
  const hero = obj(block.hero_image);
  const actions = list(block.actions);
  return (
    <div class="card text">
      {hero.type || hero.image_url ? <Picture url={imageUrl(hero, session.me())} alt={str(hero.alt_text)} /> : null}
      {block.title ? (
        <div class="card-title">
          <TextObject value={block.title} />
        </div>
      ) : null}
      {block.subtitle ? (
        <div class="faint">
          <TextObject value={block.subtitle} />
        </div>
      ) : null}
      {block.body ? <TextObject value={block.body} /> : null}
      {actions.length > 0 ? (
        <div class="actions">
          {actions.map((element, index) => (
            <Element
              key={str(element.action_id) || index}
              element={element}
              blockId={blockId}
              label={words(element.text)}
            />
          ))}
        </div>
      ) : null}
    </div>
  );
}

export function CarouselBlock({ block, blockId }: BlockProps) {
  return (
    <div class="carousel">
      {list(block.elements).map((card, index) => (
        <CardBlock key={str(card.block_id) || index} block={card} blockId={str(card.block_id) || blockId} />
      ))}
    </div>
  );
}

export function ContainerBlock({ block, children }: { block: Json; children: ComponentChildren }) {
  const title = block.rich_text_title ? (
    <BlocksView blocks={richTextBlocks(obj(block.rich_text_title))} />
  ) : (
    <PlainText text={words(block.title)} />
  );
  const subtitle = block.subtitle ? (
    <span class="faint">
      <TextObject value={block.subtitle} />
    </span>
  ) : null;
  if (block.is_collapsible !== true) {
    return (
      <div class="container">
        <div class="container-title">
          {title} {subtitle}
        </div>
        {children}
      </div>
    );
  }
  return (
    <details class="container" open={block.default_collapsed !== true}>
      <summary class="container-title">
        {title} {subtitle}
      </summary>
      {children}
    </details>
  );
}
