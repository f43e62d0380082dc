import type { Desk } from '../kit/desk.ts';
import { personInfo } from '../kit/people.ts';

export type ZoneOf = (user: string) => Promise<string | null>;

const hour = 3_600_000;

/**
 * People's own zones, asked for once an hour. Null for somebody who left: they are not reminded. Somebody whom Slack does not tell us
 * of just now is reminded in the company's zone rather than not at all, and keeps nobody else waiting.
 */
export const createZones = (desk: Pick<Desk, 'slack' | 'clock' | 'zone' | 'log'>): ZoneOf => {
  const known = new Map<string, { zone: string | null; at: number }>();
  return async (user) => {
    const now = desk.clock.now().getTime();
    const remembered = known.get(user);
    if (remembered && Math.abs(now - remembered.at) < hour) return remembered.zone;
    try {
      const person = await personInfo(desk, user);
      const zone = person === null || person.deleted ? null : (person.tz ?? desk.zone);
      known.set(user, { zone, at: now });
      return zone;
    } catch (error) {
      desk.log.warn('A person’s time zone could not be asked for.', { user, error });
      known.set(user, { zone: remembered?.zone ?? desk.zone, at: now });
      return remembered?.zone ?? desk.zone;
    }
  };
};
