import { actAs, dialog, message, submit, type Workplace } from './workplace.ts';

const sign = async ({ page, keep }: Workplace, name: string, button: string): Promise<void> => {
  await actAs(page, name);
  const signoffs = message(page, /Signoffs/).filter({ hasText: 'Delivery:' });
  await signoffs.getByRole('button', { name: new RegExp(`^${button}`) }).click();
  const modal = dialog(page, button);
  await modal.getByText('You sign', { exact: true }).waitFor();
  await keep(`sign-${name.split(' ')[0]?.toLowerCase()}`);
  await submit(modal, /^Sign v\d+$/);
  await signoffs.getByText(new RegExp(`signed by.*${name}`)).waitFor();
};

export const bothSign = async (work: Workplace): Promise<void> => {
  await sign(work, 'Priya Raman', 'Sign for sales');
  await sign(work, 'Tomasz Nowak', 'Acknowledge for delivery');
  await work.keep('both-signed');
};
