import { addMinutes, type Instant } from '#app/kernel/instant.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { addCard } from '#app/modules/gatherings/commands/change-board.server.ts';
import { stepRound, useUsualRounds } from '#app/modules/gatherings/commands/change-programme.server.ts';
import { sayGoOn } from '#app/modules/gatherings/commands/go-on.server.ts';
import { askProposal, carryOutProposal } from '#app/modules/gatherings/commands/propose-round.server.ts';
import { eveningRounds } from '#app/modules/gatherings/queries/rounds.query.server.ts';
import type { Context } from '#app/platform/database.server.ts';
import { expectAccepted, type DemoWorld } from './demo-world.ts';

type Organiser = Context<SignedIn>;

/** The rounds that an evening usually has. */
export async function planDemoEvening(gatheringId: string, organiser: Organiser): Promise<void> {
  expectAccepted(await useUsualRounds({ gatheringId }, organiser));
}

/** An evening in rounds as it went: cards in clusters, pairs and tables by the product's own proposals, and two who go on together. */
export async function holdDemoEvening(
  { database }: DemoWorld,
  gatheringId: string,
  organiser: Organiser,
  startsAt: Instant,
): Promise<void> {
  await planDemoEvening(gatheringId, organiser);
  await layCards(organiser, gatheringId);
  let now = addMinutes(startsAt, 20);
  for (const { id: roundId, minutes } of await eveningRounds(database, gatheringId)) {
    const at = { ...organiser, now };
    const revision = async () =>
      (await eveningRounds(database, gatheringId)).find(({ id }) => id === roundId)?.revision ?? 0;
    expectAccepted(await askProposal({ roundId, revision: await revision(), again: false }, at));
    await carryOutProposal(database, roundId, now);
    expectAccepted(await stepRound({ roundId, revision: await revision(), step: 'open' }, at));
    now = addMinutes(now, minutes);
    await goOn(organiser, roundId, now);
    expectAccepted(await stepRound({ roundId, revision: await revision(), step: 'done' }, { ...organiser, now }));
  }
}

/** Portfolios of the area beside those that visitors come for, so that there is something to put together. */
async function layCards(organiser: Organiser, gatheringId: string): Promise<void> {
  const near = await organiser.database.$queryRaw<{ slug: string }[]>`
    select distinct f.slug from portfolio_face f join portfolio_area_of a on a.portfolio_id = f.id
      join gathering_area_buurt b on a.area_code = b.area_code or a.area_code = left(b.area_code, 2)
      join gathering g on g.gathering_area_id = b.gathering_area_id
      where g.id = ${gatheringId}::uuid and f.active order by f.slug limit 12`;
  for (const { slug } of near) expectAccepted(await addCard({ gatheringId, slug }, organiser));
}

/** The first two tables: at one both say so, at the other one of them. */
async function goOn({ database }: Organiser, roundId: string, now: Instant): Promise<void> {
  const tables = await database.gatheringTable.findMany({
    where: { roundId, number: { in: [1, 2] }, round: { kind: 'pairs' } },
    orderBy: { number: 'asc' },
    select: { number: true, seats: { orderBy: { registrationId: 'asc' }, select: { registrationId: true } } },
  });
  for (const { number, seats } of tables) {
    const [one, other] = seats.map(({ registrationId }) => registrationId);
    if (one === undefined || other === undefined) continue;
    expectAccepted(await sayGoOn({ roundId, fromId: one, toId: other }, { database, now }));
    if (number === 1) expectAccepted(await sayGoOn({ roundId, fromId: other, toId: one }, { database, now }));
  }
}
