import type { Transaction } from '#app/platform/database.server.ts';
import { readPublished } from '../published.ts';
import { receiptOf } from '../receipt.server.ts';
import { recompute } from '../recompute.ts';

/** Decisions are read this many at a time: their publications are long. */
const page = 200;

/**
 * Published decisions whose receipt is not that of what is published, or whose totals do not follow from it (rule 5).
 * @returns register numbers, in order
 */
export async function unsoundDecisions(tx: Transaction): Promise<string[]> {
  const unsound: string[] = [];
  let after = '';
  for (;;) {
    const rows = await tx.decision.findMany({
      where: { state: 'confirmed', number: { gt: after } },
      select: { number: true, published: true, receipt: true },
      orderBy: { number: 'asc' },
      take: page,
    });
    for (const { number, published, receipt } of rows)
      if (number !== null && !isSound(published, receipt)) unsound.push(number);
    after = rows.at(-1)?.number ?? '';
    if (rows.length < page) return unsound;
  }
}

function isSound(published: unknown, receipt: string | null): boolean {
  try {
    const publication = readPublished(published);
    return receiptOf(publication) === receipt && recompute(publication).matches;
  } catch {
    // not a publication at all any more, or scores that cannot be
    return false;
  }
}
