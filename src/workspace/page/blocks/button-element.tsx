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

export function WorkflowButton({ element }: ElementProps) {
  return (
    <button type="button" class="button" disabled title="Workflows do not run in this workspace">
      {words(element.text)}
    </button>
  );
}

export function FeedbackButtons(props: ElementProps) {
  const { act, busy } = useElement(props);
  const one = (key: 'positive_button' | 'negative_button') => {
    const button = obj(props.element[key]);
    return (
      <button
        type="button"
        class="button small"
        disabled={busy}
        aria-label={str(button.accessibility_label) || undefined}
        onClick={() => void act({ value: button.value })}
      >
        <Icon name={key === 'positive_button' ? 'up' : 'thumbdown'} /> {words(button.text)}
      </button>
    );
  };
  return (
    <>
      {one('positive_button')}
      {one('negative_button')}
    </>
  );
}

export function IconButton(props: ElementProps) {
  const { act, busy } = useElement(props);
  const name = str(props.element.accessibility_label) || words(props.element.text);
  return (
    <button type="button" class="icon-button" aria-label={name} title={name} disabled={busy} onClick={() => void act()}>
      <Icon name={props.element.icon === 'trash' ? 'close' : 'more'} />
    </button>
  );
}
