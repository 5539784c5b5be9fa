import { addDays, dayInAmsterdam, daysBetween, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { addMinutes } from '#app/kernel/instant.ts';
import { cents } from '#app/kernel/money.ts';
import type { ActivityContent, ActivityGround } from '#app/modules/allowances/activity.ts';
import { answerClaims, type AnswerClaims } from '#app/modules/allowances/commands/answer-claims.server.ts';
import { claimExpense } from '#app/modules/allowances/commands/claim-expense.server.ts';
import { claimHours } from '#app/modules/allowances/commands/claim-hours.server.ts';
import { openActivity } from '#app/modules/allowances/commands/open-activity.server.ts';
import { publishMonths } from '#app/modules/allowances/commands/publish-months.server.ts';
import { signUpAtDoor } from '#app/modules/allowances/commands/sign-up-at-door.server.ts';
import { takePart } from '#app/modules/allowances/commands/take-part.server.ts';
import { tellCircumstances } from '#app/modules/allowances/commands/tell-circumstances.server.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { actorOfPerson } from '#app/modules/people/queries/actor.query.server.ts';
import type { Context } from '#app/platform/database.server.ts';
import { demoAlliance } from './load-demo-alliances.ts';
import { expectAccepted, type DemoWorld } from './demo-world.ts';

/** Neighbours who were signed up at the door; nobody can be them at /demo. */
const atDoor = [
  { account: 'vrijwilliger-1', name: 'Joke Kookgraag' },
  { account: 'vrijwilliger-2', name: 'Achmed Schepop' },
  { account: 'vrijwilliger-3', name: 'Rietje Afwasser' },
  { account: 'vrijwilliger-4', name: 'Daan Nogjong' },
  { account: 'vrijwilliger-5', name: 'Shirley Dektafel' },
] as const;

const young = 'vrijwilliger-4';

/** What the hours of volunteers look like after some months: approved, waiting and refused, by six people and more. */
export async function loadDemoAllowances(world: DemoWorld): Promise<void> {
  await loadKitchen(world);
  await loadHall(world);
  await publishMonths(world.database, world.now);
}

async function loadKitchen(world: DemoWorld): Promise<void> {
  const ground = await grantWithRoom(world, cents(2_400_00));
  const { activityId, beginsOn } = await open(world, 'coordinator', ground, {
    name: 'Voorbeeld: samen koken op donderdag',
    description:
      'Elke donderdag koken we voor buren die niet graag alleen eten. We beginnen om drie uur met snijden en zijn om acht uur klaar met de afwas.\n\nNeem een schort mee. Ervaring is niet nodig.',
    areaCode: await wijkOf(world),
    budget: cents(2_400_00),
    paysExpenses: true,
  });
  await takesPart(world, activityId, 'bewoner', 118);
  for (const person of atDoor) {
    const context = await world.as('coordinator', 118);
    const email = `${person.account}@wijkbeurs.example`;
    expectAccepted(await signUpAtDoor({ activityId, name: person.name, email }, context));
  }
  const tells = await anybody(world, young, 117);
  const year = Number(dayInAmsterdam(tells.now).slice(0, 4));
  const turns21On = addDays(dayInAmsterdam(world.now), 200);
  expectAccepted(await tellCircumstances({ turns21On, elsewhere: { year, amount: cents(0) } }, tells));

  // every four weeks a sheet from the kitchen, typed over by one coordinator and approved by the other
  for (const daysAgo of [110, 82, 54, 26]) {
    await typeSheet(world, activityId, daysAgo, beginsOn);
    await answerAll(world, activityId, 'coordinator-2', daysAgo - 4, { approve: true });
  }
  await ownHours(world, activityId, 'bewoner', 25, 180, 'Groente gehaald en gekookt');
  await answerAll(world, activityId, 'coordinator-2', 22, { approve: true });
  await ownHours(world, activityId, 'bewoner', 19, 600, 'De hele dag');
  const reason = 'We waren die dag om acht uur klaar. Vul in hoe lang je er was.';
  await answerAll(world, activityId, 'coordinator', 17, { approve: false, reason });
  await ownHours(world, activityId, 'bewoner', 12, 240, 'Gekookt en afgewassen');
  await typeSheet(world, activityId, 5, beginsOn);
  await ownHours(world, activityId, 'bewoner', 4, 150, 'Boodschappen en koken');
  await buysVegetables(world, activityId);
}

async function loadHall(world: DemoWorld): Promise<void> {
  const { id } = await world.database.smallSpending.findFirstOrThrow({
    where: { body: { slug: demoAlliance }, state: 'confirmed', what: { startsWith: 'Zaal' } },
  });
  const { activityId } = await open(
    world,
    'coordinator-2',
    { kind: 'spending', id },
    {
      name: 'Voorbeeld: de bewonersavond klaarzetten',
      description: 'Stoelen zetten, koffie schenken en na afloop opruimen, zodat de avond voor iedereen kan doorgaan.',
      areaCode: null,
      budget: cents(60_00),
      paysExpenses: false,
    },
    9,
  );
  for (const account of ['buurvrouw', 'wijkgenoot'] as const) await takesPart(world, activityId, account, 8);
  await ownHours(world, activityId, 'buurvrouw', 6, 150, 'Stoelen en koffie');
  await answerAll(world, activityId, 'coordinator-2', 5, { approve: true });
  await ownHours(world, activityId, 'wijkgenoot', 3, 120, 'Opgeruimd');
}

/** A decision on a plan, of the team of the demo, that has this much left. */
async function grantWithRoom({ database, bodyId }: DemoWorld, amount: number): Promise<ActivityGround> {
  const [found] = await database.$queryRaw<{ id: string }[]>`
    select d.id::text as id from decision d join fund f on f.id = d.fund_id
      where d.state = 'confirmed' and d.outcome = 'grant' and d.initiative_id is not null and f.body_id = ${bodyId}::uuid
        and (select coalesce(sum(amount_cents), 0) from decision_day where ground_id = d.id) >= ${amount}
      order by d.confirmed_at desc limit 1`;
  if (found === undefined) throw new Error('no decision of the demo has room for volunteers');
  return { kind: 'decision', id: found.id };
}

async function wijkOf({ database }: DemoWorld): Promise<string | null> {
  const wijk = await database.area.findFirst({
    where: { level: 'wijk' },
    orderBy: { name: 'asc' },
    select: { code: true },
  });
  return wijk?.code ?? null;
}

type Given = Pick<ActivityContent, 'name' | 'description' | 'areaCode' | 'budget' | 'paysExpenses'>;

async function open(world: DemoWorld, account: string, ground: ActivityGround, given: Given, daysAgo = 120) {
  const context = await world.as(account, daysAgo);
  const beginsOn = dayInAmsterdam(context.now);
  const id = newId();
  const content = {
    ...given,
    // below the norm of every year that the demo can be in
    hour: cents(5_00),
    hourYoung: cents(2_75),
    normReason: '',
    beginsOn,
    endsOn: addDays(beginsOn, 365),
  };
  expectAccepted(await openActivity({ ground, content, formKey: id }, context));
  return { activityId: id, beginsOn };
}

/** Somebody who has no account at /demo, so many days ago. */
async function anybody({ database, now }: DemoWorld, account: string, daysAgo: number): Promise<Context<SignedIn>> {
  const { id } = await database.person.findUniqueOrThrow({ where: { email: `${account}@wijkbeurs.example` } });
  const then = addMinutes(now, -daysAgo * 24 * 60);
  return { database, now: then, actor: await actorOfPerson(database, id, { now, demo: true }) };
}

async function takesPart(world: DemoWorld, activityId: string, account: string, daysAgo: number): Promise<void> {
  expectAccepted(await takePart({ activityId, takesPart: true }, await world.as(account, daysAgo)));
}

async function typeSheet(world: DemoWorld, activityId: string, daysAgo: number, beginsOn: CalendarDate): Promise<void> {
  const context = await world.as('coordinator', daysAgo - 2);
  const day = addDays(dayInAmsterdam(world.now), -daysAgo);
  const people = await world.database.activityVolunteer.findMany({
    where: { activityId, person: { email: { startsWith: 'vrijwilliger-' } } },
    orderBy: { person: { email: 'asc' } },
    select: { personId: true },
  });
  // not everybody stays as long every time
  const lines = people.map(({ personId }, index) => ({
    personId,
    day,
    minutes: 120 + ((index + daysBetween(beginsOn, day)) % 4) * 30,
    note: '',
  }));
  expectAccepted(await claimHours({ activityId, lines, formKey: newId() }, context));
}

async function ownHours(
  world: DemoWorld,
  activityId: string,
  account: string,
  daysAgo: number,
  minutes: number,
  note: string,
): Promise<void> {
  const context = await world.as(account, daysAgo);
  const lines = [{ personId: context.actor.person.id, day: dayInAmsterdam(context.now), minutes, note }];
  expectAccepted(await claimHours({ activityId, lines, formKey: newId() }, context));
}

async function answerAll(
  world: DemoWorld,
  activityId: string,
  account: string,
  daysAgo: number,
  answer: AnswerClaims['answer'],
): Promise<void> {
  const waiting = await world.database.allowanceClaim.findMany({ where: { activityId, state: 'claimed' } });
  const claimIds = waiting.map(({ id }) => id);
  expectAccepted(await answerClaims({ activityId, claimIds, answer }, await world.as(account, daysAgo)));
}

/** A small picture stands for the receipt. */
async function buysVegetables(world: DemoWorld, activityId: string): Promise<void> {
  const context = await world.as('bewoner', 3);
  const bytes = Buffer.from(receiptPicture, 'base64');
  const order = {
    activityId,
    day: dayInAmsterdam(context.now),
    amount: cents(18_45),
    note: 'Groente van de markt',
    receipt: { fileName: 'bon-markt.png', bytes },
    formKey: newId(),
  };
  expectAccepted(await claimExpense(order, context));
}

/** Grey lines on white, as a picture in PNG. */
const receiptPicture =
  'iVBORw0KGgoAAAANSUhEUgAAADwAAABaCAAAAADBOmrpAAAAQklEQVR42u3TwQkAMAgEQeu0/z6SGiQISsb/fjwmzsOF+Kc4S+dho6fqik21hiTPPPPMs6l4NhXPYp7FPIt5FnfFF3IvHgyWhPpJAAAAAElFTkSuQmCC';
