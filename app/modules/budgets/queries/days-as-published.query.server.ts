import { fromDateColumn } from '#app/kernel/calendar-date.ts';
import { canonicalJson } from '#app/kernel/canonical-json.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { ledgerDay, type LedgerDay } from '../ledger-day.ts';
import { ledgerDayNow } from './ledger-day.server.ts';

type Row = { offender: string };
type Standing = { subject: string; sha256: string; isCorrection: boolean };

/** Every file of a day that was published: what stands in the table now, its SHA-256 taken anew. */
export async function standingDays(tx: Transaction): Promise<Standing[]> {
  return tx.$queryRaw<Standing[]>`
    select to_char(day, 'YYYY-MM-DD') as subject, encode(sha256(convert_to(text, 'UTF8')), 'hex') as sha256,
      version > 1 as "isCorrection"
    from published_ledger_day order by day, version`;
}

/** For how long an entry may be under way while a day is published; the same as in publishing. */
const underWay = 24 * 60 * 60 * 1000;

/**
 * Entries of the ledger that are not what was published of them, and days whose sums are not. An entry that was dated back
 * since waits for its correction of the night, and so do the days after it.
 * @returns `ledger_entry/<id>`, or `published_ledger_day/<day>`
 */
export async function daysNotAsPublished(tx: Transaction): Promise<Row[]> {
  const rows = await tx.publishedLedgerDay.findMany({
    distinct: ['day'],
    orderBy: [{ day: 'asc' }, { version: 'desc' }],
    select: { day: true, text: true, publishedAt: true },
  });
  const differing: Row[] = [];
  let waits = false;
  for (const row of rows) {
    const day = fromDateColumn(row.day);
    const published = readDay(row.text);
    if (published === null) {
      differing.push({ offender: `published_ledger_day/${day}` });
      continue;
    }
    const now = await ledgerDayNow(tx, day);
    const { wrong, added } = compareEntries(published, now);
    const since = new Date(row.publishedAt.getTime() - underWay);
    const late = await tx.ledgerEntry.count({ where: { sequence: { in: added }, recordedAt: { gt: since } } });
    waits ||= late > 0;
    const sequences = late === added.length ? wrong : [...wrong, ...added];
    const found = await tx.ledgerEntry.findMany({ where: { sequence: { in: sequences } }, select: { id: true } });
    differing.push(...found.map(({ id }) => ({ offender: `ledger_entry/${id}` })));
    const isGone = sequences.length > found.length;
    if (isGone || (!waits && sumsOf(now) !== sumsOf(published)))
      differing.push({ offender: `published_ledger_day/${day}` });
  }
  return differing;
}

const sumsOf = (day: LedgerDay) => canonicalJson({ ...day, entries: [] });

function readDay(text: string): LedgerDay | null {
  try {
    const read = ledgerDay.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** Places in the ledger of entries that were published otherwise or are gone, and of those that came since. */
function compareEntries(published: LedgerDay, now: LedgerDay): { wrong: bigint[]; added: bigint[] } {
  const before = new Map(published.entries.map((entry) => [entry.sequence, canonicalJson(entry)]));
  const after = new Map(now.entries.map((entry) => [entry.sequence, canonicalJson(entry)]));
  return {
    wrong: [...before].filter(([sequence, text]) => after.get(sequence) !== text).map(([sequence]) => BigInt(sequence)),
    added: [...after.keys()].filter((sequence) => !before.has(sequence)).map(BigInt),
  };
}
