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
  await sayItIsSigned({ page, keep });
};

/** Nothing counts as signed before an owner says so; what was said is then compared with it again. */
const sayItIsSigned = async ({ page, keep }: Pick<Workplace, 'page' | 'keep'>): Promise<void> => {
  const evidence = message(page, /Evidence/);
  await evidence.getByText('call transcript').waitFor();
  await evidence.getByText('both sides signed. Is it?').waitFor();
  await keep('is-it-signed');
  await evidence.getByRole('button', { name: 'Yes, it is signed' }).click();
  await evidence.getByText('order form, signed').waitFor();
  await evidence.getByText('Found 3 commitments, 4 flags').waitFor();
  await keep('evidence-read');
};
