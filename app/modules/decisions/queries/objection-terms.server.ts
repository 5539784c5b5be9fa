import { fromDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import { objectionDays, objectionKindOf, termOn, type ObjectionKind } from '../objection-term.ts';
import type { ObjectionTermRow } from '../objection-term-view.ts';
import type { DecisionDossier } from '../publication.ts';
import type { PublishedRemedy } from '../published-basis.ts';

/** Every term that was filled in, newest first. */
export async function objectionTerms(database: Database | Transaction): Promise<ObjectionTermRow[]> {
  const rows = await database.objectionTerm.findMany({
    orderBy: { sequence: 'desc' },
    include: { author: { select: { name: true } } },
  });
  return rows.map(({ author, authorId: _author, createdAt, ...row }) => ({
    ...row,
    which: row.which as ObjectionKind,
    beginsOn: fromDateColumn(row.beginsOn),
    endsOn: row.endsOn === null ? null : fromDateColumn(row.endsOn),
    sequence: Number(row.sequence),
    authorName: author?.name ?? null,
    at: createdAt,
  }));
}

/** What is published about who disagrees, by what counts on the day of publication. @returns null when nothing is filled in */
export async function remedyOf(
  tx: Transaction,
  { outcome, instrument, amount }: Pick<DecisionDossier, 'outcome' | 'instrument' | 'amount'>,
  publishedOn: CalendarDate,
): Promise<PublishedRemedy | null> {
  const which = objectionKindOf({ outcome, instrument, hasMoney: amount !== null });
  const term = termOn(await objectionTerms(tx), which, publishedOn);
  if (term === null) return null;
  const { weeks, how, howEn, source, isToConfirm } = term;
  const objection = weeks === null ? null : { weeks, ...objectionDays(publishedOn, weeks) };
  return { which, objection, how, howEn, source, isToConfirm };
}
