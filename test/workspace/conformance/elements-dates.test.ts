import { actions, blockKit, isMenu, plain } from './block-kit.ts';
import { rule } from './rule.ts';

const kit = blockKit();
const { stands, refuses } = kit;
const at = '/blocks/0/elements/0';

rule(
  'element:datepicker',
  'starts with a day as YYYY-MM-DD that the calendar has',
  'docs.slack.dev/reference/block-kit/block-elements/date-picker-element',
  async () => {
    await isMenu(kit, 'datepicker', { initial_date: '2028-02-29' });
    await refuses('message', actions({ type: 'datepicker', initial_date: '29.02.2028' }), `${at}/initial_date`);
    await refuses('message', actions({ type: 'datepicker', initial_date: '2027-02-29' }), `${at}/initial_date`);
  },
);

rule(
  'element:timepicker',
  'starts with a time as HH:mm, in a zone that exists',
  'docs.slack.dev/reference/block-kit/block-elements/time-picker-element',
  async () => {
    await isMenu(kit, 'timepicker', { initial_time: '23:59', timezone: 'America/Chicago' });
    await refuses('message', actions({ type: 'timepicker', initial_time: '24:00' }), `${at}/initial_time`);
    await refuses('message', actions({ type: 'timepicker', initial_time: '9:00' }), `${at}/initial_time`);
    await refuses('message', actions({ type: 'timepicker', timezone: 'Mars/Olympus' }), `${at}/timezone`);
  },
);

rule(
  'element:datetimepicker',
  'starts with ten digits of seconds and has no placeholder',
  'docs.slack.dev/reference/block-kit/block-elements/datetime-picker-element',
  async () => {
    await stands(actions({ type: 'datetimepicker', initial_date_time: 1_628_633_820 }), 'message', 'modal', 'home');
    await refuses(
      'message',
      actions({ type: 'datetimepicker', initial_date_time: 1_628_633_820_000 }),
      `${at}/initial_date_time`,
    );
    await refuses(
      'message',
      actions({ type: 'datetimepicker', initial_date_time: '1628633820' }),
      `${at}/initial_date_time`,
    );
    await refuses('message', actions({ type: 'datetimepicker', placeholder: plain('a') }), at, 'placeholder');
  },
);
