import { isId } from '#app/kernel/ids.ts';
import { addDays, dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { makeMatch } from '#app/modules/portfolios/commands/make-match.server.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { goOnDays } from '../rounds.ts';

export type GoOnRefusal = 'seat-unknown' | 'too-late';

/** match: both want to, and their portfolios are introduced. both: both want to, but one has no portfolio here. said: kept. */
export type GoOnResult = 'match' | 'both' | 'said';

/**
 * Somebody wants to go on with whom they sat, and the other hears it only when they said so too. Then their portfolios are a match and
 * are introduced on the marketplace, once.
 * @param input.fromId registration of who says so, as the door told
 */
export async function sayGoOn(
  input: { roundId: string; fromId: string; toId: string },
  { database, now }: Pick<Context<SignedIn>, 'database' | 'now'>,
): Promise<Outcome<GoOnResult, GoOnRefusal>> {
  const { roundId, fromId, toId } = input;
  if (![roundId, fromId, toId].every(isId) || fromId === toId) return refused('seat-unknown');
  return inTransaction<GoOnResult, GoOnRefusal, GoOnRefusal>(
    { database },
    async (tx) => {
      // of two who say it at the same instant the second sees the first
      const pair = [fromId, toId].sort().join(':');
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`go-on:${pair}`}, 0))`;
      const round = await tx.gatheringRound.findUnique({
        where: { id: roundId },
        select: { gathering: { select: { endsAt: true } } },
      });
      if (round === null) return refused('seat-unknown');
      if (addDays(dayInAmsterdam(round.gathering.endsAt), goOnDays) < dayInAmsterdam(now)) return refused('too-late');
      const said = { roundId, fromId, toId, saidAt: now };
      await tx.gatheringGoOn.upsert({
        where: { roundId_fromId_toId: { roundId, fromId, toId } },
        create: said,
        update: {},
      });
      if ((await tx.gatheringGoOn.count({ where: { fromId: toId, toId: fromId } })) === 0) return accepted('said');
      return accepted((await introduce(tx, fromId, toId, now)) ? 'match' : 'both');
    },
    { refusals: { gathering_go_on_together: 'seat-unknown', gathering_go_on_to_id_fkey: 'seat-unknown' } },
  );
}

/** They do not want to go on after all. What became a match by then stays one. */
export async function takeBackGoOn(
  { roundId, fromId, toId }: { roundId: string; fromId: string; toId: string },
  { database }: Pick<Context<SignedIn>, 'database'>,
): Promise<void> {
  if ([roundId, fromId, toId].every(isId))
    await database.gatheringGoOn.deleteMany({ where: { roundId, fromId, toId } });
}

/**
 * One match for two people: of the portfolios they come for and keep still, those that lie in one cluster first.
 * @returns whether there is one
 */
async function introduce(tx: Transaction, fromId: string, toId: string, now: Date): Promise<boolean> {
  const [pair] = await tx.$queryRaw<{ one: string; other: string }[]>`
    select a.portfolio_id::text as one, b.portfolio_id::text as other
      from gathering_registration_portfolio a
      join portfolio_face f on f.id = a.portfolio_id and f.active
      join gathering_registration r on r.id = a.registration_id
      join portfolio_keeps k on k.portfolio_id = a.portfolio_id and k.person_id = r.person_id
      cross join gathering_registration_portfolio b
      join portfolio_face g on g.id = b.portfolio_id and g.active
      join gathering_registration o on o.id = b.registration_id
      join portfolio_keeps l on l.portfolio_id = b.portfolio_id and l.person_id = o.person_id
      left join gathering_card ca on ca.gathering_id = r.gathering_id and ca.portfolio_id = a.portfolio_id
      left join gathering_card cb on cb.gathering_id = r.gathering_id and cb.portfolio_id = b.portfolio_id
      where a.registration_id = ${fromId}::uuid and b.registration_id = ${toId}::uuid
        and a.why = 'comes-for' and b.why = 'comes-for' and a.portfolio_id <> b.portfolio_id
        and not gathering_kept_apart(${fromId}::uuid, ${toId}::uuid)
      order by (ca.cluster_id = cb.cluster_id) desc nulls last, least(a.portfolio_id, b.portfolio_id), greatest(a.portfolio_id, b.portfolio_id)
      limit 1`;
  if (pair === undefined) return false;
  await makeMatch(tx, { oneId: pair.one, otherId: pair.other, origin: 'gathering' }, now);
  return true;
}
