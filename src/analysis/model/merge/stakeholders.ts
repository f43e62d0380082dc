import type { Stakeholder } from '../../../handoff/analysis.ts';
import { type People, sameName } from '../../offline/people.ts';
import type { Heard } from '../heard.ts';
import { saidIn } from './facts-said.ts';
import { inert } from './inert.ts';
import type { Places } from './places.ts';

const MOST = 20;

/** The buyer's people: an influence that the rules could not tell is taken from the model, and so are people whom only it saw. */
export function mergeStakeholders(found: Stakeholder[], heard: Heard[], places: Places, people: People): Stakeholder[] {
  const all = [...found];
  for (const one of heard)
    for (const { evidence, name: called, role, influence, preference } of one.answer.stakeholders) {
      const cited = places.citeAll(one, evidence);
      const name = saidIn(cited, called);
      if (!name || !isName(name) || people.sideOf(name) === 'vendor') continue;
      const known = all.findIndex((other) => sameName(other.name, name));
      const before = all[known];
      const shown = cited.map((place) => place.evidence);
      if (before) {
        if (before.influence !== 'unknown' || influence === 'unknown') continue;
        all[known] = { ...before, influence, evidence: [...before.evidence, ...shown] };
      } else if (all.length < found.length + MOST) {
        const wish = preference ? places.cite(one, preference) : undefined;
        all.push({
          name,
          role: saidIn(cited, role),
          influence,
          stance: '',
          preferences: inert(wish?.evidence.quote ?? ''),
          evidence: [...shown, ...(wish ? [wish.evidence] : [])],
        });
      }
    }
  return all;
}

/** Short and capitalised, as names are: no sentence passes for one. */
const isName = (text: string): boolean => /^\p{Lu}[\p{L}.'’-]*(?: [\p{L}.'’-]+){0,4}$/u.test(text) && text.length <= 60;
