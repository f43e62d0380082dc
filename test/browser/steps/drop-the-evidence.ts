import { call, orderForm } from './deal.ts';
import { channelLog, message, type Workplace } from './workplace.ts';

/** Two files by the file chooser, sent as one message each, and read by the bot. */
export const dropTheEvidence = async ({ page, keep }: Workplace): Promise<void> => {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Attach files' }).click();
  await (await choosing).setFiles([orderForm, call]);
  const waiting = page.getByRole('list', { name: 'Files to send' });
  await waiting.getByText(call.name).waitFor();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await channelLog(page)
    .getByRole('link', { name: new RegExp(call.name) })
    .first()
    .waitFor();
  const evidence = message(page, /^.*Evidence/).filter({ hasText: 'Found 3 commitments' });
  await evidence.getByText('order form, signed').waitFor();
  await evidence.getByText('call transcript').waitFor();
  await keep('evidence-read');
};
