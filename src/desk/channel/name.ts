import { limits } from '../../platform/slack/index.ts';

const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

/** `handoff-northwind-crm-rollout`, and `-2`, `-3` … when somebody else has the name. At most 80 characters (conversations.create). */
export const channelName = (customer: string, deal: string, attempt: number): string => {
  const suffix = attempt === 1 ? '' : `-${attempt}`;
  const parts = ['handoff', slug(customer), slug(deal).replace(`${slug(customer)}-`, '')].filter(Boolean);
  return `${parts
    .join('-')
    .slice(0, limits.channelName - suffix.length)
    .replace(/-+$/, '')}${suffix}`;
};
