import { dayInAmsterdam, fromDateColumn } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { cents } from '#app/kernel/money.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import { smallSpendingRules } from '#app/modules/programme/queries/settings.query.server.ts';
import type { Database } from '#app/platform/database.server.ts';
import { mayAnswer, mayConfirm, maySetHouseholds, readableBodies } from '../policy.ts';
import { standings, tally } from '../spending.store.server.ts';
import { blockOf, type SpendingState } from '../spending.ts';
import { freeOf, freeSelect } from '#app/modules/ledger/fund-balances.ts';
import type { SpendingLine } from '../views.ts';

/** What waits in the wijkallianties that somebody works in; the controlegroep reads all. */
export type AllianceWork = {
  alliances: { slug: string; name: string; mayPropose: boolean; maySetHouseholds: boolean }[];
  /** Waits for this person's consent or objection. */
  toAnswer: SpendingLine[];
  /** Agreed to; this person may confirm. */
  toConfirm: SpendingLine[];
  /** Proposed by this person and still open. */
  mine: SpendingLine[];
  /** Open, and nothing to do now for this person. */
  others: SpendingLine[];
  /** Confirmed or withdrawn, the latest first. */
  done: SpendingLine[];
};

const shownDone = 20;

export async function allianceWork(database: Database, actor: Actor, now: Instant): Promise<AllianceWork> {
  const bodies = readableBodies(actor);
  const [alliances, rows, rules] = await Promise.all([
    database.body.findMany({
      where: { kind: 'wijkalliantie', ...(bodies === null ? {} : { id: { in: [...bodies] } }) },
      orderBy: [{ position: 'asc' }, { name: 'asc' }],
      select: { id: true, slug: true, name: true },
    }),
    openAndDone(database, bodies),
    smallSpendingRules(database),
  ]);
  const today = dayInAmsterdam(now);
  const open = rows.filter(({ state }) => state === 'proposed');
  const seats = await standings(
    database,
    open.map(({ id }) => id),
    today,
  );
  const work: AllianceWork = {
    alliances: alliances.map(({ id, ...alliance }) => ({
      ...alliance,
      mayPropose: mayAnswer(actor, id).ok,
      maySetHouseholds: maySetHouseholds(actor, id).ok,
    })),
    toAnswer: [],
    toConfirm: [],
    mine: [],
    others: [],
    done: [],
  };
  for (const row of rows) {
    const own = seats.filter(({ spendingId }) => spendingId === row.id);
    const me = own.find(({ personId }) => personId === actor.person?.id);
    const objections = own.filter(({ answer }) => answer === 'objection').length;
    const counted = tally(own);
    const line: SpendingLine = {
      id: row.id,
      what: row.what,
      amount: cents(row.amountCents),
      allianceName: row.body.name,
      closesOn: fromDateColumn(row.closesOn),
      state: row.state as SpendingState,
      number: row.number,
      hasObjection: objections > 0,
      consents: counted.consents,
    };
    const standing = {
      ...counted,
      openObjections: objections,
      amount: line.amount,
      threshold: cents(rules.thresholdCents),
      available: freeOf(row.fund.available),
      today,
      closesOn: line.closesOn,
    };
    const free = me?.interest == null;
    if (row.state !== 'proposed') work.done.push(line);
    else if (row.proposerId === actor.person?.id) work.mine.push(line);
    else if (free && mayConfirm(actor, row).ok && blockOf(standing) === null) work.toConfirm.push(line);
    else if (me !== undefined && free && mayAnswer(actor, row.bodyId).ok && (me.answer ?? 'withdrawn') === 'withdrawn')
      work.toAnswer.push(line);
    else work.others.push(line);
  }
  return work;
}

async function openAndDone(database: Database, bodies: readonly string[] | null) {
  const where = bodies === null ? {} : { bodyId: { in: [...bodies] } };
  const select = {
    id: true,
    what: true,
    amountCents: true,
    closesOn: true,
    state: true,
    number: true,
    bodyId: true,
    proposerId: true,
    body: { select: { name: true } },
    fund: { select: { available: freeSelect } },
  } as const;
  const [open, done] = await Promise.all([
    database.smallSpending.findMany({ where: { ...where, state: 'proposed' }, orderBy: { closesOn: 'asc' }, select }),
    database.smallSpending.findMany({
      where: { ...where, state: { not: 'proposed' } },
      orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }],
      take: shownDone,
      select,
    }),
  ]);
  return [...open, ...done];
}
