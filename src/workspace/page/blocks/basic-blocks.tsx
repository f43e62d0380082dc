import { Picture } from '../mrkdwn/picture.tsx';
import { useApp } from '../store/context.tsx';
import type { BlockProps } from './blocks.tsx';
import { Element } from './element.tsx';
import { imageUrl } from './image-url.ts';
import { type Json, list, obj, str, words } from './read-json.ts';
import { TextObject } from './text-object.tsx';

/** An element's spoken name where the block gives it none: its placeholder, else the words beside it. */
const nameFor = (element: Json, beside: string): string =>
  words(element.placeholder) || beside.replace(/[*_~`]/g, '').slice(0, 80) || str(element.action_id);

export function SectionBlock({ block, blockId }: BlockProps) {
  const { session } = useApp();
  const accessory = obj(block.accessory);
  const fields = list(block.fields);
  const wide = ['checkboxes', 'radio_buttons'].includes(str(accessory.type));
  return (
    <div class={wide ? 'section stacked' : 'section'}>
      <div class="section-main text">
        {block.text ? <TextObject value={block.text} /> : null}
        {fields.length > 0 ? (
          <div class="fields">
            {fields.map((field, index) => (
              <div key={index}>
                <TextObject value={field} />
              </div>
            ))}
          </div>
        ) : null}
      </div>
      {accessory.type === 'image' ? (
        <div class="accessory accessory-image">
          <Picture url={imageUrl(accessory, session.me())} alt={str(accessory.alt_text)} />
        </div>
      ) : accessory.type ? (
        <div class="accessory">
          <Element
            element={accessory}
            blockId={blockId}
            label={accessory.type === 'overflow' ? 'More' : nameFor(accessory, words(block.text))}
          />
        </div>
      ) : null}
    </div>
  );
}

export function ContextBlock({ block }: BlockProps) {
  const { session } = useApp();
  return (
    <div class="context text">
      {list(block.elements).map((element, index) =>
        element.type === 'image' ? (
          <Picture key={index} url={imageUrl(element, session.me())} alt={str(element.alt_text)} small />
        ) : (
          <div key={index}>
            <TextObject value={element} />
          </div>
        ),
      )}
    </div>
  );
}

export function ActionsBlock({ block, blockId }: BlockProps) {
  return (
    <div class="actions">
      {list(block.elements).map((element, index) => (
        <Element
          key={str(element.action_id) || index}
          element={element}
          blockId={blockId}
          label={nameFor(element, element.type === 'overflow' ? 'More' : '')}
        />
      ))}
    </div>
  );
}

export function ContextActionsBlock({ block, blockId }: BlockProps) {
  const { session } = useApp();
  const visible = list(block.elements).filter((element) => {
    const only = element.visible_to_user_ids;
    return !Array.isArray(only) || only.includes(session.me());
  });
  return (
    <div class="actions slight">
      {visible.map((element, index) => (
        <Element
          key={str(element.action_id) || index}
          element={element}
          blockId={blockId}
          label={words(element.text) || 'Feedback'}
        />
      ))}
    </div>
  );
}
