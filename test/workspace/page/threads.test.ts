import { expect, test } from 'vitest';
import { control, person } from '../fixture.ts';
import { violations } from './axe.ts';
import { CHANNEL, sitting, themes } from './sitting.ts';

const at = sitting(() => undefined);
const thread = () => at.page().getByRole('complementary', { name: 'Thread' });
const answer = () => thread().getByRole('textbox', { name: 'Reply in thread' });

async function withThread(): Promise<string> {
  const tomasz = person(at.workspace(), 'U0TOMASZ');
  const { ts } = await tomasz.do('post', { channel: CHANNEL, text: 'Who takes the import?' });
  await person(at.workspace(), 'U0AISHA').do('post', { channel: CHANNEL, text: 'I could.', thread_ts: String(ts) });
  await at.sitDown();
  await at
    .log()
    .getByRole('button', { name: /1 reply/ })
    .click();
  await thread().getByText('I could.').waitFor();
  return String(ts);
}

test('an answer can go to the channel as well, where it leads back to its thread', async () => {
  await withThread();
  await answer().fill('Then it is you.');
  await thread().getByRole('checkbox', { name: 'Also send to #handoffs' }).check();
  await answer().press('Enter');
  await at.log().getByText('Then it is you.').waitFor();
  await at.log().getByRole('button', { name: 'Who takes the import?' }).waitFor();
  await thread().getByText('2 replies').waitFor();
  expect(
    await thread()
      .getByRole('checkbox', { name: /Also send/ })
      .isChecked(),
  ).toBe(false);
  for (const theme of themes) {
    await at.theme(theme);
    expect(await violations(at.page())).toEqual([]);
    await at.shot(`thread-${theme}`);
  }
  await answer().press('Escape');
  await thread().waitFor({ state: 'detached' });
});

test('a deleted question leaves its answers under a tombstone', async () => {
  const ts = await withThread();
  await person(at.workspace(), 'U0TOMASZ').do('delete', { channel: CHANNEL, ts });
  await at.log().getByText('This message was deleted.').waitFor();
  await thread().getByText('This message was deleted.').waitFor();
  expect(await thread().getByText('I could.').count()).toBe(1);
});

test('an ephemeral message is seen by one, and goes when it is dismissed', async () => {
  await at.client().chat.postEphemeral({ channel: CHANNEL, user: 'U0PRIYA', text: 'Only for you' });
  await at.sitDown();
  await at.log().getByText('Only visible to you').waitFor();
  await at.log().getByRole('button', { name: 'Dismiss' }).click();
  await at.log().getByText('Only for you').waitFor({ state: 'detached' });
  expect(JSON.stringify(await control(at.workspace(), 'state'))).not.toContain('Only for you');
});
