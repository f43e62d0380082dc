import { DateTime } from 'luxon';

/** The instant of a wall-clock time such as `2026-11-16 09:00` in a zone. */
export const at = (wall: string, zone: string): Date =>
  DateTime.fromFormat(wall, 'yyyy-MM-dd HH:mm', { zone }).toJSDate();
