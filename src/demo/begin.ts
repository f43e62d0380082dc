import { calendar } from '../platform/calendar/index.ts';
import { type Deal, readDeal } from './deal-folder.ts';

/** The account owner's zone, which is also the company's: where the sample company's account executive sits. */
const companyZone = 'Europe/London';

export interface Start {
  deal: Deal;
  /** ISO instant: nine in the morning of the day on which the deal closed. */
  clockStart: string;
  timezone: string;
}

/** Reads the deal and says when its story begins. */
export const startOf = async (dir: string): Promise<Start> => {
  const deal = await readDeal(dir, calendar.localDate(new Date(), companyZone));
  return {
    deal,
    clockStart: calendar.instantAt(deal.closeDate, '09:00', companyZone).toISOString(),
    timezone: companyZone,
  };
};
