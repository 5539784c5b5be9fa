import { dayInAmsterdam, fromDateColumn } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { cents } from '#app/kernel/money.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { KindRow, KindVersion, LimitRow, LimitsView } from '../admin-view.ts';
import { limitKinds, limitOn, type LimitKind, type Regime } from '../limit.ts';

/** Every limit that was filled in, and those that count today. */
export async function limitsView(database: Database, now: Instant): Promise<LimitsView> {
  const rows = await database.procurementLimit.findMany({
    orderBy: { sequence: 'desc' },
    include: { author: { select: { name: true } } },
  });
  const history = rows.map((row): LimitRow => ({
    id: row.id,
    which: row.which as LimitKind,
    amount: cents(row.amountCents),
    beginsOn: fromDateColumn(row.beginsOn),
    endsOn: row.endsOn === null ? null : fromDateColumn(row.endsOn),
    sequence: Number(row.sequence),
    source: row.source,
    isToConfirm: row.isToConfirm,
    reason: row.reason,
    authorName: row.author?.name ?? null,
    at: row.createdAt,
  }));
  const today = dayInAmsterdam(now);
  return { now: limitKinds.map((which) => ({ which, limit: limitOn(history, which, today) })), history };
}

const kindFields = { slug: true, name: true, nameEn: true, regime: true, endsOn: true, revision: true } as const;

/** The list of kinds of work, also those that ended. */
export async function kindList(database: Database): Promise<KindRow[]> {
  const rows = await database.serviceKind.findMany({
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
    select: kindFields,
  });
  return rows.map(kindRow);
}

/** A kind with every wording it had, newest first. @returns null when there is no such kind */
export async function kindHistory(
  database: Database,
  slug: string,
): Promise<{ kind: KindRow; versions: KindVersion[] } | null> {
  const row = await database.serviceKind.findUnique({
    where: { slug },
    select: {
      ...kindFields,
      versions: { orderBy: { revision: 'desc' }, include: { author: { select: { name: true } } } },
    },
  });
  if (row === null) return null;
  const versions = row.versions.map(({ author, createdAt, ...one }): KindVersion => {
    const { slug: _slug, ...version } = kindRow({ ...one, slug });
    return { ...version, reason: one.reason, authorName: author?.name ?? null, at: createdAt };
  });
  return { kind: kindRow(row), versions };
}

type StoredKind = Omit<KindRow, 'regime' | 'endsOn'> & { regime: string; endsOn: Date | null };

function kindRow({ slug, name, nameEn, regime, endsOn, revision }: StoredKind): KindRow {
  return {
    slug,
    name,
    nameEn,
    regime: regime as Regime,
    endsOn: endsOn === null ? null : fromDateColumn(endsOn),
    revision,
  };
}
