import { Icon } from '../shell/icon.tsx';
import { Menu } from '../shell/menu.tsx';
import { useApp } from '../store/context.tsx';
import { choiceOf } from './element-state.ts';
import { list, str } from './read-json.ts';
import { type ElementProps, useElement } from './use-element.ts';

export function OverflowElement(props: ElementProps) {
  const { act, busy } = useElement(props);
  const { session } = useApp();
  const items = list(props.element.options).map((option) => {
    const choice = choiceOf(option);
    const url = str(option.url);
    return {
      key: choice.value,
      label: choice.detail ? `${choice.text} – ${choice.detail}` : choice.text,
      run: () => {
        if (url) session.follow(url);
        void act({ type: 'overflow', selected_option: choice.source });
      },
    };
  });
  return (
    <Menu
      name={props.label || 'More'}
      button={busy ? <span class="spinner" /> : <Icon name="more" />}
      items={items}
      class="button square"
      busy={busy}
    />
  );
}
