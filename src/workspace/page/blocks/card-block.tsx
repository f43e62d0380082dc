import { useRef } from 'preact/hooks';
import { Picture } from '../mrkdwn/picture.tsx';
import { Icon } from '../shell/icon.tsx';
import { useApp } from '../store/context.tsx';
import type { BlockProps } from './blocks.tsx';
import { Element } from './element.tsx';
import { imageUrl } from './image-url.ts';
import { list, obj, str, words } from './read-json.ts';
import { TextObject } from './text-object.tsx';

export function CardBlock({ block, blockId }: BlockProps) {
  const { session } = useApp();
  const hero = obj(block.hero_image);
  const icon = obj(block.icon);
  const actions = list(block.actions);
  return (
    <article class="block-card text" aria-label={words(block.title).replace(/[*_~`]/g, '') || undefined}>
      {hero.alt_text ? (
        <div class="card-hero">
          <Picture url={imageUrl(hero, session.me())} alt={str(hero.alt_text)} />
        </div>
      ) : null}
      <div class="card-head">
        {icon.alt_text ? <Picture url={imageUrl(icon, session.me())} alt={str(icon.alt_text)} small /> : null}
        {block.slack_icon ? <Icon name="info" /> : null}
        <div>
          {block.title ? (
            <div class="card-title">
              <TextObject value={block.title} />
            </div>
          ) : null}
          {block.subtitle ? (
            <div class="faint small-text">
              <TextObject value={block.subtitle} />
            </div>
          ) : null}
        </div>
      </div>
      {block.body ? <TextObject value={block.body} /> : null}
      {block.subtext ? (
        <div class="faint small-text">
          <TextObject value={block.subtext} />
        </div>
      ) : null}
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
    </article>
  );
}

/** Cards side by side: scrolled by hand, by arrow keys in the row, or by the two buttons. */
export function CarouselBlock({ block, blockId }: BlockProps) {
  const row = useRef<HTMLUListElement>(null);
  const cards = list(block.elements);
  const move = (step: 1 | -1): void => {
    const box = row.current;
    const wide = box?.firstElementChild?.getBoundingClientRect().width ?? 0;
    box?.scrollBy({ left: step * (wide + 10), behavior: 'smooth' });
  };
  return (
    <section class="carousel" aria-roledescription="carousel" aria-label={`${cards.length} cards`}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling row must be reachable by keyboard */}
      <ul ref={row} class="carousel-row" tabIndex={0}>
        {cards.map((card, index) => (
          <li key={str(card.block_id) || index}>
            <CardBlock block={card} blockId={str(card.block_id) || blockId} />
          </li>
        ))}
      </ul>
      {cards.length > 1 ? (
        <div class="carousel-foot">
          <button
            type="button"
            class="icon-button"
            aria-label="Cards before"
            title="Cards before"
            onClick={() => move(-1)}
          >
            <Icon name="back" />
          </button>
          <button
            type="button"
            class="icon-button turned"
            aria-label="Cards after"
            title="Cards after"
            onClick={() => move(1)}
          >
            <Icon name="back" />
          </button>
        </div>
      ) : null}
    </section>
  );
}
