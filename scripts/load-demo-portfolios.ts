import { addDays, dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { addMinutes } from '#app/kernel/instant.ts';
import { answerOutcome, askOutcomes } from '#app/modules/portfolios/commands/answer-outcome.server.ts';
import { beginConversation } from '#app/modules/portfolios/commands/begin-conversation.server.ts';
import { chooseSupport, type SupportAnswer } from '#app/modules/portfolios/commands/choose-support.server.ts';
import { makeGroup } from '#app/modules/portfolios/commands/make-group.server.ts';
import { openRound } from '#app/modules/portfolios/commands/open-round.server.ts';
import { sendMessage } from '#app/modules/portfolios/commands/send-message.server.ts';
import { demoGroups, demoLinesOfOrganisations, type DemoGroup } from '#prisma/demo/portfolios.ts';
import { expectAccepted, type DemoWorld } from './demo-world.ts';

type MadeGroup = { id: string; slug: string; by: string };

/** Days ago: more than half a year, so that the product has asked what became of the matches. */
const begun = 215;
const matched = 200;
const asked = 15;

/** The marketplace: three groups, lines of organisations, an exercise in spring with two matches, and one that runs now. */
export async function loadDemoPortfolios(world: DemoWorld): Promise<void> {
  await writeLines(world);
  const [cooks, cyclists, gardeners] = [
    await madeGroup(world, demoGroups.cooks),
    await madeGroup(world, demoGroups.cyclists),
    await madeGroup(world, demoGroups.gardeners),
  ];
  await openExercise(world, 'Voorjaar', { from: begun - 5, until: matched - 5, openedAt: begun });
  await choose(world, cooks, [answer('supports-us', gardeners, 'Zij hebben een keuken op dinsdag.')], matched);
  await choose(world, gardeners, [answer('we-support', cooks, 'Onze buurtkamer staat dan leeg.')], matched);
  await choose(world, cyclists, [answer('we-support', gardeners, 'Wij kunnen op zaterdag komen sjouwen.')], matched);
  await choose(world, gardeners, [answer('supports-us', cyclists, 'Handen op zaterdag!')], matched);
  await talk(world, { cooks, gardeners });
  await askOutcomes(world.database, addMinutes(world.now, -asked * 24 * 60));
  await tellOutcome(world, { cooks, gardeners });
  await openExercise(world, 'Najaar', { from: 5, until: -25, openedAt: 20 });
  await choose(world, cyclists, [answer('supports-us', cooks, 'Na het fietsen hebben we altijd honger.')], 2);
  await askTheCyclists(world, cyclists);
}

const answer = (direction: SupportAnswer['direction'], chosen: MadeGroup, reason: string): SupportAnswer => ({
  direction,
  chosenId: chosen.id,
  reason,
});

async function madeGroup(world: DemoWorld, { by, lines, ...group }: DemoGroup): Promise<MadeGroup> {
  const id = newId();
  const typed = lines.map((line) => ({ ...line, until: null }));
  const slug = expectAccepted(await makeGroup({ ...group, formKey: id, lines: typed }, await world.as(by, begun + 5)));
  return { id, slug, by };
}

/** Nobody of the demo keeps most of these organisations, so their examples are written without a command. */
async function writeLines({ database, now }: DemoWorld): Promise<void> {
  for (const [slug, lines] of Object.entries(demoLinesOfOrganisations)) {
    const portfolio = await database.portfolio.findFirst({ where: { organisation: { slug } }, select: { id: true } });
    if (portfolio === null) throw new Error(`the demo names the organisation '${slug}', which is not there`);
    await database.portfolioLine.createMany({
      data: lines.map((line, index) => ({
        ...line,
        id: newId(),
        portfolioId: portfolio.id,
        position: 100 + index,
        addedAt: now,
      })),
    });
  }
}

/** @param days in days ago; negative lies ahead */
async function openExercise(
  world: DemoWorld,
  season: string,
  { from, until, openedAt }: { from: number; until: number; openedAt: number },
): Promise<void> {
  const today = dayInAmsterdam(world.now);
  const opensOn = addDays(today, -from);
  const round = { name: `${season} ${opensOn.slice(0, 4)} (voorbeeld)`, opensOn, closesOn: addDays(today, -until) };
  expectAccepted(await openRound({ ...round, formKey: newId() }, await world.as('programmabureau', openedAt)));
}

async function choose(
  world: DemoWorld,
  { slug, by }: MadeGroup,
  answers: readonly SupportAnswer[],
  daysAgo: number,
): Promise<void> {
  expectAccepted(await chooseSupport({ slug, answers }, await world.as(by, daysAgo)));
}

const matchOf = async ({ database }: DemoWorld, one: MadeGroup, other: MadeGroup) =>
  database.portfolioMatch.findFirstOrThrow({
    where: { lowId: { in: [one.id, other.id] }, highId: { in: [one.id, other.id] } },
    select: { id: true, conversationId: true },
  });

/** What the cooks and the gardeners wrote after their match. */
async function talk(world: DemoWorld, { cooks, gardeners }: Record<'cooks' | 'gardeners', MadeGroup>): Promise<void> {
  const { conversationId } = await matchOf(world, cooks, gardeners);
  if (conversationId === null) throw new Error('a match of the demo was not introduced');
  const said = [
    [cooks, 'Wat fijn dat jullie keuken op dinsdag vrij is. Kunnen we een keer komen kijken?', matched - 1],
    [gardeners, 'Zeker! Dinsdag om zeven uur is er iemand. Neem je pannen mee.', matched - 2],
    [cooks, 'We waren met z’n zessen, het past precies. Volgende week koken we voor het eerst.', matched - 9],
  ] as const;
  for (const [{ by }, text, daysAgo] of said)
    expectAccepted(await sendMessage({ conversationId, formKey: newId(), text }, await world.as(by, daysAgo)));
}

async function tellOutcome(
  world: DemoWorld,
  { cooks, gardeners }: Record<'cooks' | 'gardeners', MadeGroup>,
): Promise<void> {
  const { id: matchId } = await matchOf(world, cooks, gardeners);
  const told = { matchId, outcome: 'together', text: 'Elke dinsdag koken we nu in de buurtkamer.', seen: '' } as const;
  expectAccepted(await answerOutcome(told, await world.as(cooks.by, asked - 2)));
}

/** A resident without a portfolio has a question that waits. */
async function askTheCyclists(world: DemoWorld, cyclists: MadeGroup): Promise<void> {
  const question = {
    formKey: newId(),
    to: cyclists.slug,
    from: '',
    subject: 'Drie kinderfietsen',
    text: 'Ik heb drie kinderfietsen in de schuur staan. Eén heeft een lekke band. Willen jullie ze hebben?',
  };
  expectAccepted(await beginConversation(question, await world.as('wijkgenoot', 1)));
}
