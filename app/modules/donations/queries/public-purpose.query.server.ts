import { dayInAmsterdam, toDateColumn } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { cents } from '#app/kernel/money.ts';
import type { DonorKind } from '#app/modules/donutfonds/call.ts';
import type { Database } from '#app/platform/database.server.ts';
import { donutfondsSlug, standingOf, type DisputeState, type GiftState } from '../gift.ts';
import type { GiverView, PurposeLine, PurposePage, ThanksView } from '../views.ts';

const bodySelect = { body: { select: { slug: true, name: true } } } as const;

const lineOf = (row: { body: { slug: string; name: string } | null }): PurposeLine => ({
  slug: row.body?.slug ?? donutfondsSlug,
  name: row.body?.name ?? null,
});

const isOpen = (now: Instant) => ({
  closedAt: null,
  moneySource: { endsOn: { gte: toDateColumn(dayInAmsterdam(now)) } },
});

/** Everything that can be given to now. */
export async function runningPurposes(database: Database, now: Instant): Promise<PurposeLine[]> {
  const rows = await database.giftPurpose.findMany({
    where: isOpen(now),
    orderBy: { openedAt: 'asc' },
    select: bodySelect,
  });
  // the donutfonds is of everybody
  return rows.map(lineOf).sort((a, b) => Number(a.name !== null) - Number(b.name !== null));
}

/** Whether something can be given to now. @param slug of a wijkalliantie, or `donutfonds` */
export async function isPurposeOpen(database: Database, slug: string, now: Instant): Promise<boolean> {
  const of = slug === donutfondsSlug ? { bodyId: null } : { body: { slug } };
  return (await database.giftPurpose.count({ where: { ...of, ...isOpen(now) } })) > 0;
}

/** Fewer givers than this are told no sum: it would say what somebody gave. */
const fewest = 5;

/** Names on one page; who gave last comes first. */
const mostNames = 200;

/** @returns null when it cannot be given to now */
export async function purposePage(database: Database, slug: string, now: Instant): Promise<PurposePage | null> {
  const of = slug === donutfondsSlug ? { bodyId: null } : { body: { slug } };
  const row = await database.giftPurpose.findFirst({
    where: { ...of, ...isOpen(now) },
    select: { id: true, ...bodySelect },
  });
  if (row === null) return null;
  // what two persons looked at and the ledger counts: a name is on no page before that
  const counted = {
    purposeId: row.id,
    state: 'paid',
    bookings: { some: { what: 'gift', change: { state: 'approved' } } },
  } as const;
  const [sums, named] = await Promise.all([
    database.gift.aggregate({
      where: counted,
      _count: true,
      _sum: { amountCents: true, refundedCents: true, disputedCents: true },
    }),
    database.gift.findMany({
      where: { ...counted, display: 'name' },
      orderBy: [{ paidAt: 'desc' }, { id: 'desc' }],
      take: mostNames,
      select: { kind: true, name: true, amountCents: true, showAmount: true, refundedCents: true, disputedCents: true },
    }),
  ]);
  const { amountCents, refundedCents, disputedCents } = sums._sum;
  const amount = cents((amountCents ?? 0) - (refundedCents ?? 0) - (disputedCents ?? 0));
  return {
    ...lineOf(row),
    given: sums._count < fewest ? null : { people: sums._count, amount },
    givers: named
      .filter((gift) => gift.refundedCents + gift.disputedCents < gift.amountCents)
      .map((gift): GiverView => ({
        kind: gift.kind as DonorKind,
        name: gift.name,
        amount: gift.showAmount ? cents(gift.amountCents) : null,
      })),
  };
}

/** What becomes of a gift, for who made it: they have its address from Stripe. @returns null when there is none */
export async function giftThanks(database: Database, id: string): Promise<ThanksView | null> {
  const row = isId(id)
    ? await database.gift.findUnique({ where: { id }, include: { purpose: { select: bodySelect } } })
    : null;
  if (row === null) return null;
  const amount = cents(row.amountCents);
  const standing = standingOf({
    amount,
    state: row.state as GiftState,
    refunded: cents(row.refundedCents),
    dispute: row.dispute as DisputeState,
  });
  return { ...lineOf(row.purpose), amount, standing };
}
