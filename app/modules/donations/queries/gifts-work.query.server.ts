import { cents } from '#app/kernel/money.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import { mayProposeChange } from '#app/modules/budgets/policy.ts';
import type { Database } from '#app/platform/database.server.ts';
import { sumOf, toCount } from '../counting.ts';
import { giftsToCount } from '../gift.store.server.ts';
import { donutfondsSlug } from '../gift.ts';
import { mayReadGiftsOf, opensPurposes } from '../policy.ts';
import { officeId } from '../purpose.store.server.ts';
import type { GiftsWork, PurposeChoices, PurposeWork } from '../views.ts';
import { giftLine, giftSelect } from './gift-line.server.ts';

const perPage = 50;

/** Gifts of the bodies that the actor reads, what the ledger does not count yet, and what waits. */
export async function giftsWork(database: Database, actor: Actor, page: number): Promise<GiftsWork> {
  const office = await officeId(database);
  const rows = await database.giftPurpose.findMany({
    orderBy: { openedAt: 'asc' },
    select: {
      id: true,
      closedAt: true,
      body: { select: { id: true, slug: true, name: true } },
      moneySource: { select: { slug: true, name: true } },
    },
  });
  const readable = rows.filter(({ body }) => mayReadGiftsOf(actor, body?.id ?? office).ok);
  const where = { purposeId: { in: readable.map(({ id }) => id) } };
  const [purposes, gifts, count] = await Promise.all([
    Promise.all(readable.map(async (row) => purposeWork(database, row))),
    database.gift.findMany({
      where,
      orderBy: [{ begunAt: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * perPage,
      take: perPage,
      select: giftSelect,
    }),
    database.gift.count({ where }),
  ]);
  return {
    purposes,
    gifts: gifts.map(giftLine),
    page,
    pageCount: Math.max(1, Math.ceil(count / perPage)),
    mayCount: mayProposeChange(actor, office).ok,
    mayOpen: opensPurposes(actor).ok,
  };
}

type Row = {
  id: string;
  closedAt: Date | null;
  body: { slug: string; name: string } | null;
  moneySource: { slug: string; name: string };
};

async function purposeWork(database: Database, { id, closedAt, body, moneySource }: Row): Promise<PurposeWork> {
  const [sums, lines, waiting] = await Promise.all([
    database.gift.aggregate({
      where: { purposeId: id, state: 'paid' },
      _count: true,
      _sum: { amountCents: true, feeCents: true, refundedCents: true, disputedCents: true },
    }),
    giftsToCount(database, id),
    database.budgetChange.findMany({
      where: { state: 'proposed', giftBookings: { some: { gift: { purposeId: id } } } },
      orderBy: { proposedAt: 'asc' },
      select: { id: true, kind: true, amountCents: true },
    }),
  ]);
  const { amountCents, feeCents, refundedCents, disputedCents } = sums._sum;
  const bookings = toCount(lines);
  return {
    id,
    slug: body?.slug ?? donutfondsSlug,
    name: body?.name ?? null,
    isRunning: closedAt === null,
    source: moneySource,
    gifts: sums._count,
    paid: cents(amountCents ?? 0),
    fees: cents(feeCents ?? 0),
    refunded: cents(refundedCents ?? 0),
    lost: cents(disputedCents ?? 0),
    toCount: { comesIn: sumOf(bookings, 'gift', 'again'), goes: sumOf(bookings, 'less') },
    waiting: waiting.map((change) => ({
      id: change.id,
      kind: change.kind === 'pledge' ? 'pledge' : 'pledge-lowered',
      amount: cents(change.amountCents),
    })),
  };
}

/** What a form about a new purpose chooses from: wijkallianties and sources of donations that have none yet. */
export async function purposeChoices(database: Database): Promise<PurposeChoices> {
  const [bodies, sources, running] = await Promise.all([
    database.body.findMany({
      where: { kind: 'wijkalliantie', giftPurposes: { none: { closedAt: null } } },
      orderBy: { name: 'asc' },
      select: { id: true, name: true },
    }),
    database.moneySource.findMany({
      where: { kind: 'donation', form: 'money', giftPurposes: { none: { closedAt: null } } },
      orderBy: { name: 'asc' },
      select: { id: true, name: true },
    }),
    database.giftPurpose.count({ where: { bodyId: null, closedAt: null } }),
  ]);
  return { bodies, sources, isDonutfondsFree: running === 0 };
}
