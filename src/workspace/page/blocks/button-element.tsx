import { useState } from 'preact/hooks';
import { safeUrl } from '../mrkdwn/safe-url.ts';
import { Icon } from '../shell/icon.tsx';
import { useApp } from '../store/context.tsx';
import { obj, str, words } from './read-json.ts';
import { type ElementProps, useElement } from './use-element.ts';

export function ButtonElement(props: ElementProps) {
  const { element } = props;
  const { act, busy } = useElement(props);
  const { session } = useApp();
  const text = words(element.text);
  const style = element.style === 'primary' || element.style === 'danger' ? ` ${element.style}` : '';
  const url = safeUrl(str(element.url));
  const label = str(element.accessibility_label) || undefined;
  if (url) {
    const follow = (event: MouseEvent): void => {
      void act();
      if (session.follow(url)) event.preventDefault();
    };
    return (
      <a
        class={`button${style}`}
        href={url}
        target="_blank"
        rel="noopener noreferrer"
        aria-label={label}
        onClick={follow}
      >
        <Text text={text} />
      </a>
    );
  }
  return (
    <button
      type="button"
      class={`button${style}`}
      aria-label={label}
      aria-busy={busy}
      aria-disabled={busy}
      onClick={() => void act()}
    >
      <Text text={text} />
      {busy ? <span class="spinner" /> : null}
    </button>
  );
}

function Text({ text }: { text: string }) {
  return <span class="button-text">{text}</span>;
}

/** The workspace has no workflows; the button says so when it is pressed. */
export function WorkflowButton({ element }: ElementProps) {
  const { session } = useApp();
  const style = element.style === 'primary' || element.style === 'danger' ? ` ${element.style}` : '';
  return (
    <button
      type="button"
      class={`button${style}`}
      aria-label={str(element.accessibility_label) || undefined}
      onClick={() => session.toast('This would start a workflow. This workspace does not run workflows.')}
    >
      <Text text={words(element.text)} />
    </button>
  );
}

const SIDES = ['positive_button', 'negative_button'] as const;

/** Thumbs up or down; the last one pressed stays marked. */
export function FeedbackButtons(props: ElementProps) {
  const { act, busy } = useElement(props);
  const [pressed, setPressed] = useState<string | null>(null);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame of its own
    <span class="feedback" role="group" aria-label={props.label || 'Feedback'}>
      {SIDES.map((side) => {
        const button = obj(props.element[side]);
        const press = async (): Promise<void> => {
          if (await act({ value: button.value })) setPressed(side);
        };
        return (
          <button
            key={side}
            type="button"
            class="button small quiet"
            aria-disabled={busy}
            aria-pressed={pressed === side}
            aria-label={str(button.accessibility_label) || undefined}
            onClick={() => void press()}
          >
            <Icon name={side === 'positive_button' ? 'up' : 'thumbdown'} /> {words(button.text)}
          </button>
        );
      })}
    </span>
  );
}

const TRASH = 'M4 6h12M8 6V4h4v2M5.500 6l.800 10.500h7.400L14.500 6M8.500 9v4.500M11.500 9v4.500';

export function IconButton(props: ElementProps) {
  const { act, busy } = useElement(props);
  const name = str(props.element.accessibility_label) || words(props.element.text);
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={name}
      title={words(props.element.text)}
      aria-disabled={busy}
      onClick={() => void act()}
    >
      {props.element.icon === 'trash' ? (
        <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
          <path d={TRASH} />
        </svg>
      ) : (
        <Icon name="more" />
      )}
    </button>
  );
}
