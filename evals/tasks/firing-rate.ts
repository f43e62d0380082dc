import { basename } from 'node:path';
import { offlineEngine } from '../../src/analysis/offline/index.ts';
import { type DealFacts, type Source, unknownDeal } from '../../src/handoff/source.ts';
import { withIntervals } from '../bootstrap.ts';
import { filesIn, shipped, sourceOf } from '../rows.ts';
import { add, share, sum, type Tallies } from '../tallies.ts';
import type { Task } from '../task.ts';

/** Meetings are people who design a product or sit in a committee; nobody sells anything to anybody. */
const MEETING = /^qmsum_/u;

export const firingRate: Task = {
  name: 'firing-rate',
  about:
    'what is found where there is no deal: real meetings, and calls of other sellers, every other speaker taken for the vendor',
  async run({ data }) {
    const files = data ? [data] : filesIn(shipped('public/transcripts'));
    const groups: Tallies[] = [];
    for (const file of files) {
      const source = await sourceOf(file, 'call');
      const words = source.passages.reduce((all, { text }) => all + text.split(' ').length, 0);
      const { flags, commitments } = await offlineEngine.analyse([source], everyOtherSells(source));
      const kind = MEETING.test(basename(file)) || data ? 'meeting' : 'call';
      const tallies: Tallies = {};
      add(tallies, `${kind} words`, words / 1000);
      add(tallies, `${kind} flags`, flags.filter(({ type }) => type !== 'missing_input').length);
      add(tallies, `${kind} commitments`, commitments.length);
      groups.push(tallies);
    }
    return withIntervals(
      groups,
      `${files.length} transcripts`,
      [
        { id: 'meeting_flags', label: 'flags per 1,000 words of meetings' },
        { id: 'meeting_commitments', label: 'commitments per 1,000 words of meetings' },
        { id: 'call_flags', label: 'flags per 1,000 words of calls' },
        { id: 'call_commitments', label: 'commitments per 1,000 words of calls' },
      ],
      (sample) => {
        const all = sum(sample);
        const rate = (kind: string, what: string) => share(all[`${kind} ${what}`], all[`${kind} words`]);
        return {
          meeting_flags: rate('meeting', 'flags'),
          meeting_commitments: rate('meeting', 'commitments'),
          call_flags: rate('call', 'flags'),
          call_commitments: rate('call', 'commitments'),
        };
      },
    );
  },
};

function everyOtherSells({ name, passages }: Source): DealFacts {
  const speakers = [...new Set(passages.flatMap(({ speaker }) => speaker ?? []))];
  return {
    ...unknownDeal(name),
    people: speakers.map((speaker, index) => ({
      name: speaker,
      org: '',
      side: index % 2 === 0 ? 'vendor' : 'customer',
      title: '',
    })),
  };
}
