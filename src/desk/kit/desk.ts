import type { WebClient } from '@slack/web-api';
import type { Engine } from '../../analysis/engine.ts';
import type { Calendar } from '../../handoff/calendar.ts';
import type { Policy } from '../../handoff/policy.ts';
import type { Passage } from '../../handoff/source.ts';
import type { Clock } from '../../platform/clock/index.ts';
import type { Log } from '../../platform/log/index.ts';
import type { Store } from '../../platform/store/index.ts';
import type { HandoffRecord } from '../../record/record.ts';

/** What every conversation may lean on. Made once, in `main`. */
export interface Desk {
  record: HandoffRecord;
  store: Store;
  slack: WebClient;
  /** Our own user id, to tell our channels and messages from others'. */
  botUser: string;
  /** The workspace that Baton is installed in. */
  team: string;
  clock: Clock;
  calendar: Calendar;
  policy: Policy;
  /** The zone in which the company means "today". */
  zone: string;
  holidays: string | undefined;
  digestChannel: string | undefined;
  engine: Engine;
  /** Fetches a Slack file's bytes; throws `DownloadError`. */
  download: (file: {
    url_private_download?: string | undefined;
    mimetype?: string | undefined;
    size?: number | undefined;
  }) => Promise<Uint8Array>;
  /** Reads a document in a child process; throws `ReadRefusal` with a sentence for a person. */
  readDocument: (
    bytes: Uint8Array,
    fileName: string,
  ) => Promise<{
    passages: Passage[];
    warnings: string[];
    /** The files within a mail, not read yet. */
    attachments?: { name: string; bytes: Uint8Array }[] | undefined;
  }>;
  log: Log;
  /** A short random id for messages that point at a log line. */
  reference: () => string;
}

export const todayOf = (desk: Pick<Desk, 'calendar' | 'clock' | 'zone'>): string =>
  desk.calendar.localDate(desk.clock.now(), desk.zone);
