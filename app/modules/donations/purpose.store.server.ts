import { fromDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { programmeOffice } from '#app/modules/people/role.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { donutfondsSlug } from './gift.ts';

export type Purpose = {
  id: string;
  /** In addresses: of the wijkalliantie, or `donutfonds`. */
  slug: string;
  /** Name of the wijkalliantie; null: the donutfonds. */
  name: string | null;
  /** The body whose roles count: the wijkalliantie, or the office. */
  bodyId: string;
  moneySourceId: string;
  /** The last day on which its source can be spent. */
  endsOn: CalendarDate;
};

const select = {
  id: true,
  moneySourceId: true,
  body: { select: { id: true, slug: true, name: true } },
  moneySource: { select: { endsOn: true } },
} as const;

/** What can be given to now, by its address. */
export async function runningPurpose(tx: Transaction, slug: string): Promise<Purpose | null> {
  const row = await tx.giftPurpose.findFirst({
    where: { closedAt: null, ...(slug === donutfondsSlug ? { bodyId: null } : { body: { slug } }) },
    select,
  });
  return row === null ? null : purposeOf(tx, row);
}

export async function purposeById(tx: Transaction, id: string): Promise<Purpose | null> {
  const row = await tx.giftPurpose.findUnique({ where: { id }, select });
  return row === null ? null : purposeOf(tx, row);
}

export async function officeId(tx: Transaction): Promise<string> {
  return (await tx.body.findUniqueOrThrow({ where: { slug: programmeOffice }, select: { id: true } })).id;
}

type Row = {
  id: string;
  moneySourceId: string;
  body: { id: string; slug: string; name: string } | null;
  moneySource: { endsOn: Date };
};

async function purposeOf(tx: Transaction, { id, moneySourceId, body, moneySource }: Row): Promise<Purpose> {
  return {
    id,
    slug: body?.slug ?? donutfondsSlug,
    name: body?.name ?? null,
    bodyId: body?.id ?? (await officeId(tx)),
    moneySourceId,
    endsOn: fromDateColumn(moneySource.endsOn),
  };
}
