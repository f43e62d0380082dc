import type { Calendar } from '../../handoff/calendar.ts';
import { type Desk, todayOf } from '../kit/desk.ts';

/** What "today" is, and how business days are counted. */
export interface When {
  today: string;
  calendar: Calendar;
  holidays: string | undefined;
}

export const whenOf = (desk: Desk): When => ({
  today: todayOf(desk),
  calendar: desk.calendar,
  holidays: desk.holidays,
});
