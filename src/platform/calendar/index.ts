export { calendar, isHolidayCountry } from './calendar.ts';
