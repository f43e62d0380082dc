import { useApp } from '../store/context.tsx';
import { channelOf, nameOf, type PageState, partnerOf, userOf } from '../store/state.ts';
import { Combobox } from './combobox.tsx';
import { type Choice, choicesOf, chosenIn, stateOfChoices } from './element-state.ts';
import { type Json, num, obj, str, texts } from './read-json.ts';
import { type ElementProps, useElement } from './use-element.ts';

/** Every select one types in: external, people, conversations, channels, and all that take several. */
export function SearchSelect(props: ElementProps) {
  const { element } = props;
  const { state: app } = useApp();
  const { state, busy, change, aria, placeholder, host, actionId } = useElement(props);
  const type = str(element.type);
  const kind = type.replace(/^multi_/, '');
  const external = kind === 'external_select';
  const find = (query: string) =>
    external ? host.search(props.blockId, actionId, query) : matching(localChoices(app, kind, element), query);
  return (
    <Combobox
      id={props.fieldId}
      multi={type.startsWith('multi_')}
      chosen={chosenIn(state).map((choice) => named(app, choice))}
      find={find}
      from={external ? (num(element.min_query_length) ?? 3) : 0}
      {...(num(element.max_selected_items) ? { most: Number(element.max_selected_items) } : {})}
      placeholder={placeholder || 'Choose …'}
      busy={busy}
      aria={aria}
      change={(choices) => void change(stateOfChoices(type, choices))}
    />
  );
}

function matching(choices: Choice[], query: string): Choice[] {
  const wanted = query.trim().toLowerCase();
  return choices.filter((choice) => `${choice.text} ${choice.detail ?? ''}`.toLowerCase().includes(wanted));
}

function named(app: PageState, choice: Choice): Choice {
  if (choice.source) return choice;
  const user = userOf(app, choice.value);
  const channel = channelOf(app, choice.value);
  if (user) return { ...choice, text: nameOf(user) };
  return channel ? { ...choice, text: conversationName(app, channel) } : choice;
}

type Channel = NonNullable<PageState['workspace']>['channels'][number];
const conversationName = (app: PageState, channel: Channel): string =>
  channel.kind === 'im' ? nameOf(partnerOf(app, channel)) : `#${channel.name}`;

function localChoices(app: PageState, kind: string, element: Json): Choice[] {
  const channels = app.workspace?.channels ?? [];
  const asChoice = (channel: Channel): Choice => ({ value: channel.id, text: conversationName(app, channel) });
  switch (kind) {
    case 'users_select':
      return (app.workspace?.users ?? [])
        .filter((user) => !user.deleted && !user.is_bot)
        .map((user) => ({ value: user.id, text: nameOf(user), detail: user.title }));
    case 'channels_select':
      return channels.filter((channel) => channel.kind === 'public').map(asChoice);
    case 'conversations_select': {
      const include = texts(obj(element.filter).include);
      return channels
        .filter((channel) => channel.is_member && (include.length === 0 || include.includes(channel.kind)))
        .map(asChoice);
    }
    default:
      return choicesOf(element);
  }
}
