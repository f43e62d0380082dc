import { z } from 'zod';
import { SlackError } from '../slack-error.ts';
import { describeView } from '../state/describe.ts';
import { useTrigger } from '../state/triggers.ts';
import { findView, openModal, publishHome, pushModal, updateView } from '../state/views.ts';
import { loose, type Methods, method, text } from './method.ts';
import { parseView } from './view-payload.ts';

export const views: Methods = {
  'views.open': method(z.object({ trigger_id: text, view: loose }), [], ({ world }, args) => {
    const payload = parseView(world, args.view, 'modal');
    const trigger = useTrigger(world, args.trigger_id);
    return { view: describeView(world, openModal(world, trigger.user, payload, trigger.channel)) };
  }),
  'views.push': method(z.object({ trigger_id: text, view: loose }), [], ({ world }, args) => {
    const payload = parseView(world, args.view, 'modal');
    const trigger = useTrigger(world, args.trigger_id);
    const stack = world.stacks.get(trigger.user) ?? [];
    // Without an open modal Slack opens one instead of pushing.
    const view =
      stack.length === 0
        ? openModal(world, trigger.user, payload, trigger.channel)
        : pushModal(world, trigger.user, payload);
    return { view: describeView(world, view) };
  }),
  'views.update': method(
    z.object({ view_id: text.optional(), external_id: text.optional(), hash: text.optional(), view: loose }),
    [],
    ({ world }, args) => {
      if (!args.view_id && !args.external_id) throw new SlackError('not_found');
      const view = findView(world, args);
      const payload = parseView(world, args.view, view.type);
      if (args.hash !== undefined && args.hash !== view.hash) throw new SlackError('hash_conflict');
      return { view: describeView(world, updateView(world, view, payload)) };
    },
  ),
  'views.publish': method(z.object({ user_id: text, hash: text.optional(), view: loose }), [], ({ world }, args) => {
    if (!world.app.home_tab_enabled) throw new SlackError('not_enabled');
    const user = world.users.get(args.user_id);
    if (!user || user.is_bot || user.deleted) throw new SlackError('user_not_found');
    const payload = parseView(world, args.view, 'home');
    return { view: describeView(world, publishHome(world, user.id, payload, args.hash)) };
  }),
};
