import { stateOf } from '../../blocks/element-state.ts';
import { isJson } from '../../blocks/elements-of.ts';
import type { View } from '../interaction.ts';
import type { Json } from '../model.ts';
import type { World } from '../world.ts';
import { describeFiles } from './file.ts';

/** What Slack calls a Home tab, which has no title of its own. */
const HOME_TITLE = { type: 'plain_text', text: 'View Title' };

/** Slack's view object (docs.slack.dev/reference/views). */
export function describeView(world: World, view: View): Json {
  const { user: _user, state, title, submit, close, ...rest } = view;
  return {
    ...rest,
    team_id: world.team.id,
    title: withEmoji(title ?? HOME_TITLE),
    submit: withEmoji(submit),
    close: withEmoji(close),
    state: { values: withFiles(world, stateOf(view.blocks, state)) },
    app_id: world.app.id,
    app_installed_team_id: world.team.id,
    bot_id: world.app.bot_id,
  };
}

/** Slack says of every plain text whether it may hold emoji: they are on unless the app turned them off. */
export function withEmoji(text: Json | null): Json | null {
  return text && { ...text, emoji: text.emoji ?? true };
}

/** In a submission Slack sends whole file objects for file inputs. */
function withFiles(world: World, values: Record<string, Record<string, unknown>>) {
  const ids = (files: unknown[]) => files.filter(isJson).map((file) => String(file.id));
  const whole = (state: unknown) =>
    isJson(state) && Array.isArray(state.files) ? { ...state, files: describeFiles(world, ids(state.files)) } : state;
  return Object.fromEntries(
    Object.entries(values).map(([block, actions]) => [
      block,
      Object.fromEntries(Object.entries(actions).map(([action, state]) => [action, whole(state)])),
    ]),
  );
}
