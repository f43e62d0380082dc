import { useApp } from '../store/context.tsx';
import { channelOf, channelTitle, nameOf, type PageState, partnerOf, userOf } from '../store/state.ts';
import { Combobox } from './combobox.tsx';
import { type Choice, choicesOf, chosenIn, stateOfChoices } from './element-state.ts';
import { type Json, num, obj, str, texts } from './read-json.ts';
import { type ElementProps, useElement } from './use-element.ts';

/** Fewest letters an external menu asks with, unless it says otherwise (docs.slack.dev/reference/block-kit/block-elements/select-menu-element). */
const MIN_QUERY = 3;

/** Every select one types in: long or described lists, external, people, conversations, channels, and all that take several. */
export function SearchSelect(props: ElementProps) {
  const { element } = props;
  const { state: app } = useApp();
  const { state, busy, change, aria, placeholder, host, actionId, first } = useElement(props);
  const type = str(element.type);
  const kind = type.replace(/^multi_/, '');
  const external = kind === 'external_select';
  const find = external
    ? { ask: (query: string) => host.search(props.blockId, actionId, query) }
    : { list: (query: string) => matching(localChoices(app, kind, element), query) };
  const most = num(element.max_selected_items);
  return (
    <Combobox
      id={props.fieldId}
      multi={type.startsWith('multi_')}
      chosen={chosenIn(state).map((choice) => named(app, choice))}
      find={find}
      from={external ? (num(element.min_query_length) ?? MIN_QUERY) : 0}
      {...(most === undefined ? {} : { most })}
      clearable={props.input === true && props.required === false}
      placeholder={placeholder || 'Choose …'}
      busy={busy}
      aria={aria}
      first={first}
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
  return channel ? { ...choice, text: channelTitle(app, channel) } : choice;
}

function localChoices(app: PageState, kind: string, element: Json): Choice[] {
  const channels = (app.workspace?.channels ?? []).filter((channel) => !channel.is_archived);
  const asChoice = (channel: (typeof channels)[number]): Choice => ({
    value: channel.id,
    text: channelTitle(app, channel),
    ...(channel.topic ? { detail: channel.topic } : {}),
  });
  switch (kind) {
    case 'users_select':
      return (app.workspace?.users ?? [])
        .filter((user) => !user.deleted && !user.is_bot)
        .map((user) => ({ value: user.id, text: nameOf(user), detail: user.title }));
    case 'channels_select':
      return channels.filter((channel) => channel.kind === 'public').map(asChoice);
    case 'conversations_select': {
      const filter = obj(element.filter);
      const include = texts(filter.include);
      return channels
        .filter((channel) => channel.is_member && (include.length === 0 || include.includes(channel.kind)))
        .filter((one) => !(filter.exclude_bot_users === true && one.kind === 'im' && partnerOf(app, one)?.is_bot))
        .map(asChoice);
    }
    default:
      return choicesOf(element);
  }
}
