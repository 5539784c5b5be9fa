import type { VoteAbout } from './comparison/comparison.ts';

/** The address of a past vote: "buurtbudget-osdorp-2021"; of what says nothing of itself "stemming". */
export function slugOf({ title, year }: VoteAbout): string {
  const words = `${title} ${title.includes(year) ? '' : year}`
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  return words.join('-').slice(0, 80).replace(/-$/, '') || 'stemming';
}
