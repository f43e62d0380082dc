import type { Commitment, Flag } from '../../../handoff/analysis.ts';
import type { Severity } from '../../../handoff/vocabulary.ts';
import { draft } from '../../offline/flags/draft.ts';
import { promiseFlags } from '../../offline/flags/promises.ts';
import type { Heard } from '../heard.ts';
import { inert } from './inert.ts';
import { overlap } from './overlap.ts';
import type { Places } from './places.ts';

const RANK: Record<Severity, number> = { high: 0, medium: 1, low: 2 };
/** A person must decide each flag, so a model that was talked into it must not be able to raise any number. */
const MOST = 20;

/** The rules' flags, confirmed or with the doubt of their promise, and those that only the model raises, most severe first. */
export function mergeFlags(
  found: Flag[],
  commitments: Commitment[],
  added: Commitment[],
  heard: Heard[],
  places: Places,
): { flags: Flag[]; added: Flag[]; surplus: number } {
  const doubts = new Map(commitments.map(({ id, doubt }) => [id, doubt]));
  const confirmed = new Set<Flag>();
  const raised: Omit<Flag, 'id'>[] = [];
  for (const one of heard)
    for (const { type, severity, evidence } of one.answer.flags) {
      const cited = places.citeAll(one, evidence);
      const [first] = cited;
      if (!first) continue;
      const about = (flag: Omit<Flag, 'id'>) =>
        flag.type === type && flag.evidence.some((other) => overlap(first.evidence, other));
      const known = found.find(about);
      if (known) confirmed.add(known);
      else if (!raised.some(about)) {
        const who = first.passage.speaker || first.source.name;
        raised.push(
          draft(
            type,
            // a model's own word is not enough for what two people must decide
            severity === 'high' ? 'medium' : severity,
            `model.${type}`,
            `${inert(who)}: “${inert(first.evidence.quote)}”`,
            cited.map(({ evidence: place }) => place),
          ),
        );
      }
    }
  const ofPromises = promiseFlags(added).map((flag) => ({
    ...flag,
    rule: flag.rule.startsWith('model.') ? flag.rule : `model.${flag.rule}`,
  }));
  const fresh = [...ofPromises, ...raised.slice(0, MOST)].map((flag, index) => ({ id: `mf${index + 1}`, ...flag }));
  const withDoubt = (flag: Flag): Flag => {
    const doubt = flag.commitment === null ? undefined : doubts.get(flag.commitment);
    return doubt === undefined ? flag : { ...flag, doubt };
  };
  const flags = [
    ...found.map((flag) => (confirmed.has(flag) ? { ...flag, rule: `${flag.rule} + model` } : flag)),
    ...fresh,
  ]
    .map(withDoubt)
    .toSorted((a, b) => RANK[a.severity] - RANK[b.severity]);
  return { flags, added: fresh, surplus: Math.max(0, raised.length - MOST) };
}
