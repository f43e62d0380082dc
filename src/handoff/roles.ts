import { z } from 'zod';

export const Role = z.enum(['account_owner', 'delivery_lead', 'approver']);
export type Role = z.infer<typeof Role>;

export const Team = z.object({
  account_owner: z.string(),
  delivery_lead: z.string(),
  approver: z.string().nullable(),
});
export type Team = z.infer<typeof Team>;

export const rolesOf = (team: Team, user: string): Role[] => Role.options.filter((role) => team[role] === user);

export const roleTitle: Record<Role, string> = {
  account_owner: 'account owner',
  delivery_lead: 'delivery lead',
  approver: 'approver',
};
