/** A date outside these is a clock set wrong or a joke, not the day of a mail. */
const EARLIEST = Date.UTC(1990, 0);
const LATEST = Date.UTC(2100, 0);
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A mail's date as an ISO instant, or undefined for one that no calendar has. `header` is as it was sent. */
export function mailDate(date: string | undefined, header: string | undefined): string | undefined {
  const at = Date.parse(date ?? '');
  if (!(at >= EARLIEST && at < LATEST)) return undefined;
  const [, day, month, year] = /(\d{1,2})\s+([a-z]{3})[a-z]*\.?\s+(\d{2,4})\b/iu.exec(header ?? '') ?? [];
  const index = MONTHS.indexOf((month ?? '').toLowerCase());
  // JavaScript takes 31 February for 3 March, and the year 26 for a year of its own choice.
  if (index >= 0 && Number(year) < 1990 && year?.length === 4) return undefined;
  if (index >= 0 && new Date(Date.UTC(2000, index, Number(day))).getUTCMonth() !== index) return undefined;
  return new Date(at).toISOString();
}
