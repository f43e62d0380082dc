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
  const said = new Set(slug(customer).split('-'));
  const rest = slug(deal)
    .split('-')
    .filter((word) => !said.has(word));
  const parts = ['handoff', slug(customer), ...rest].filter(Boolean);
  return `${parts
    .join('-')
    .slice(0, limits.channelName - suffix.length)
    .replace(/-+$/, '')}${suffix}`;
};
