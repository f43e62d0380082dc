import { Assistant } from '@slack/bolt';
import { expect, test } from 'vitest';
import { control } from '../fixture.ts';
import { violations } from './axe.ts';
import { holds, openAt } from './place.ts';
import { CHANNEL, sitting, themes } from './sitting.ts';

let answer: (() => void) | undefined;

const desk = sitting((app) =>
  app.assistant(
    new Assistant({
      threadStarted: async ({ say, setSuggestedPrompts, setTitle }) => {
        await say('What can I look up for you?');
        await setTitle('Looking things up');
        await setSuggestedPrompts({
          title: 'For example',
          prompts: [{ title: 'What is open?', message: 'Which handovers are open?' }],
        });
      },
      userMessage: async ({ say, setStatus }) => {
        await setStatus('is thinking…');
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
        await say('Two of them.');
      },
    }),
  ),
);

test('a talk with the app offers prompts, says what it does, and goes by its title', async () => {
  const page = desk.page();
  const { world } = desk.workspace();
  world.app.assistant = 'assistant_view';
  await control(desk.workspace(), 'scopes', { scopes: [...world.app.scopes, 'assistant:write'] });
  world.app.events = [...world.app.events, 'assistant_thread_started', 'assistant_thread_context_changed'];
  await openAt(page, desk.workspace(), `channel=${CHANNEL}`);
  await page
    .getByRole('navigation', { name: 'Workspace' })
    .getByRole('button', { name: /^App, app/ })
    .click();
  await page.getByRole('button', { name: 'New talk' }).click();
  const thread = page.getByRole('complementary', { name: 'Thread' });
  await thread.getByText('What can I look up for you?').waitFor();
  await thread.getByRole('heading', { name: /Looking things up/ }).waitFor();
  const prompts = thread.getByRole('group', { name: 'For example' });
  for (const theme of themes) {
    await desk.theme(theme);
    expect(await violations(page)).toEqual([]);
    await desk.shot(`assistant-${theme}`);
  }
  await prompts.getByRole('button', { name: 'What is open?' }).click();
  await thread.getByText('Which handovers are open?').waitFor();
  await thread.getByText('App is thinking…').waitFor();
  await prompts.waitFor({ state: 'detached' });
  await desk.shot('assistant-thinking');
  answer?.();
  await thread.getByText('Two of them.').waitFor();
  await holds(page, 'document.querySelector(".assistant-status") === null');
  await page.getByRole('tab', { name: 'History' }).click();
  await page
    .getByRole('list', { name: 'Talks' })
    .getByRole('button', { name: /Looking things up/ })
    .click();
  await thread.getByText('Two of them.').waitFor();
});
