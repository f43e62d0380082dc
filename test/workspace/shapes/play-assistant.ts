import { until } from '../fixture.ts';
import type { Stage } from './stage.ts';

const channel = 'C0HANDOFFS';

/** The assistant's pane in both its forms, streams, steps of workflows, and messages for later. */
export async function playAssistant({ app, call, people, workspace }: Stage): Promise<void> {
  const priya = people('U0PRIYA');
  const { world } = workspace;
  world.app.assistant = 'assistant_view';
  const opened = await priya.do('open_assistant', { viewing: channel });
  const at = { channel_id: String(opened.channel), thread_ts: String(opened.thread_ts) };
  await priya.do('assistant_context', { viewing: 'C0SALES', thread_ts: at.thread_ts });
  await call('assistant.threads.setStatus', { ...at, status: 'is thinking' });
  await call('assistant.threads.setTitle', { ...at, title: 'Deals' });
  const prompts = [{ title: 'List', message: 'List my deals' }];
  await call('assistant.threads.setSuggestedPrompts', { ...at, title: 'Try', prompts });
  const { ts: asked } = await priya.do('post', { channel: at.channel_id, thread_ts: at.thread_ts, text: 'List' });
  await call('conversations.replies', { channel: at.channel_id, ts: at.thread_ts });
  const place = { channel: at.channel_id, ts: '' };
  const recipient = { recipient_user_id: 'U0PRIYA', recipient_team_id: world.team.id };
  const started = await call('chat.startStream', { channel: place.channel, thread_ts: asked, ...recipient });
  place.ts = String(started.ts);
  await call('chat.appendStream', { ...place, markdown_text: 'Two **deals**' });
  await call('chat.stopStream', { ...place, markdown_text: '.' });
  world.app.assistant = 'agent_view';
  await priya.do('open_assistant', { viewing: channel });
  await priya.do('assistant_context', { viewing: 'C0SALES' });

  for (const end of [
    { method: 'functions.completeSuccess', outputs: { name: 'Acme' } },
    { method: 'functions.completeError', error: 'No such deal' },
  ]) {
    const { method, ...result } = end;
    const { function_execution_id } = await priya.do('run_function', {
      callback_id: 'find_deal',
      inputs: { name: 'Acme' },
    });
    const sent = await until(() =>
      app.got.find(({ body }) => Object(body.event).function_execution_id === function_execution_id),
    );
    await call(method, { function_execution_id, ...result }, String(Object(sent.body.event).bot_access_token));
  }

  const post_at = Math.floor(world.clock.now() / 1000) + 3600;
  const later = { channel, post_at, text: 'Good morning' };
  const { scheduled_message_id } = await call('chat.scheduleMessage', later);
  await call('chat.scheduleMessage', later);
  await call('chat.scheduledMessages.list');
  await call('chat.deleteScheduledMessage', { channel, scheduled_message_id });
}
