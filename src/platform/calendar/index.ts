export { type Calendar, calendar, isHolidayCountry } from './calendar.ts';
