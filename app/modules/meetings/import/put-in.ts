import { minutesContent, type MinutesContent } from '../minutes-content.ts';

/** add: behind what was written already; replace: instead of it. */
export const waysToPutIn = ['add', 'replace'] as const;
export type WayToPutIn = (typeof waysToPutIn)[number];

const plain = (name: string) => name.trim().toLowerCase();

/**
 * What was read from a paper, put in the minutes that are being written.
 * @param stamp makes the keys of the rows new: `[a-z0-9]`, the same for nobody else who writes these minutes
 * @returns null when it does not fit
 */
export function putIn(
  current: MinutesContent,
  read: MinutesContent,
  way: WayToPutIn,
  stamp: string,
): MinutesContent | null {
  const kept = way === 'replace' ? { ...current, attendees: [], lines: [], annex: [] } : current;
  const keyed = <Row extends { key: string }>(rows: readonly Row[]) =>
    rows.map((row) => ({ ...row, key: `${stamp}-${row.key}` }));
  const known = new Set(kept.attendees.map(({ name }) => plain(name)));
  const fresh = keyed(read.attendees).filter(({ name }) => !known.has(plain(name)));
  const hasChair = (rows: MinutesContent['attendees']) => rows.some(({ task }) => task === 'chair');
  // minutes have one chair: who was planned to lead stays when the paper does not say
  const chairs = way === 'replace' && !hasChair(fresh) ? current.attendees.filter(({ task }) => task === 'chair') : [];
  const attendees = [
    ...chairs,
    ...kept.attendees,
    ...fresh.map((one) =>
      one.task === 'chair' && hasChair(kept.attendees) ? { ...one, task: 'member' as const } : one,
    ),
  ];
  const content = minutesContent.safeParse({
    version: 1,
    attendees,
    lines: [...kept.lines, ...keyed(read.lines)],
    annex: [...kept.annex, ...keyed(read.annex)],
  });
  return content.success ? content.data : null;
}

/** Whether anything was written yet beside what the agenda put there. */
export const isUnwritten = ({ lines, annex }: MinutesContent): boolean =>
  annex.length === 0 &&
  lines.every(({ text, explanation, who, when }) => `${text}${explanation}${who}${when}`.trim() === '');
