import type { DealFile } from '../analysis/reading/deal-file.ts';
import type { Role } from '../handoff/roles.ts';
import type { People, Person } from './people.ts';
import type { Company } from './seen.ts';
import { found } from './step-failed.ts';

export interface Actor extends Person {
  /** IANA zone. */
  zone: string;
}

/** Who of the workspace plays whom. The colleague helps with one step and has no role in the handoff. */
export interface Cast extends Record<Role, Actor> {
  colleague: Actor;
}

/** Titles by which somebody of the workspace fits a role, best first. */
const fitting: Record<keyof Cast, RegExp[]> = {
  account_owner: [/account executive/i, /account/i, /sales/i],
  delivery_lead: [/delivery lead/i, /implementation/i, /engineer/i],
  approver: [/head of/i, /legal|finance|deal desk/i],
  colleague: [/solutions engineer/i, /engineer/i],
};

const toActor = ({ id, real_name, tz }: Company['users'][number]): Actor => ({ id, name: real_name, zone: tz });

/** Those whom deal.json gives a role and the workspace knows by name; else whoever's title fits; else anybody who is left. */
const castFor = (deal: Pick<DealFile, 'people'>, company: Company): Cast => {
  const free = company.users.filter((user) => !user.is_bot && !user.deleted);
  const take = (role: keyof Cast): Actor => {
    const named = deal.people.filter((person) => person.role === role).map((person) => person.name);
    const user =
      free.find((one) => named.includes(one.real_name)) ??
      fitting[role].flatMap((title) => free.filter((one) => title.test(one.title)))[0] ??
      free[0];
    const chosen = found(user, 'The workspace has too few people for a handoff: it takes four.');
    free.splice(free.indexOf(chosen), 1);
    return toActor(chosen);
  };
  return {
    account_owner: take('account_owner'),
    delivery_lead: take('delivery_lead'),
    approver: take('approver'),
    colleague: take('colleague'),
  };
};

export const castOf = async (deal: Pick<DealFile, 'people'>, people: People): Promise<Cast> =>
  castFor(deal, await people.company());
