import { useId } from 'preact/hooks';
import { Icon } from '../shell/icon.tsx';
import type { BlockProps } from './blocks.tsx';
import { Element } from './element.tsx';
import { useHost } from './host.ts';
import { obj, str, words } from './read-json.ts';
import { PlainText } from './text-object.tsx';

/** A label element cannot point at these. */
const GROUPS = ['checkboxes', 'radio_buttons', 'rich_text_input'];

/** A labelled field; its error stands under it and is tied to it. */
export function InputBlock({ block, blockId }: BlockProps) {
  const host = useHost();
  const element = obj(block.element);
  const error = host.error(blockId);
  const hint = words(block.hint);
  const fieldId = useId();
  const hintId = useId();
  const errorId = useId();
  const label = words(block.label);
  const described = [hint ? hintId : '', error ? errorId : ''].filter(Boolean).join(' ');
  const title = (
    <>
      <PlainText text={label} />
      {block.optional === true ? <span class="faint"> (optional)</span> : null}
    </>
  );
  return (
    <div class={error ? 'input wrong' : 'input'}>
      {GROUPS.includes(str(element.type)) ? (
        <p class="input-label">{title}</p>
      ) : (
        <label class="input-label" for={fieldId}>
          {title}
        </label>
      )}
      <Element
        element={element}
        blockId={blockId}
        fieldId={fieldId}
        label={label}
        input
        dispatch={block.dispatch_action === true}
        describedBy={described || undefined}
        invalid={error !== undefined}
        required={block.optional !== true}
      />
      {error ? (
        <p id={errorId} class="input-error">
          <Icon name="warning" /> {error}
        </p>
      ) : null}
      {hint ? (
        <p id={hintId} class="input-hint">
          <PlainText text={hint} />
        </p>
      ) : null}
    </div>
  );
}
