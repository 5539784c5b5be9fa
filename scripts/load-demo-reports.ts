import { addDays, dayInAmsterdam, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { addCents, cents, type Cents } from '#app/kernel/money.ts';
import { sendReport } from '#app/modules/budgets/commands/send-report.server.ts';
import { startReport } from '#app/modules/budgets/commands/start-report.server.ts';
import { writeForecasts } from '#app/modules/budgets/commands/write-forecasts.server.ts';
import { draftReportView } from '#app/modules/budgets/queries/spending-report.query.server.ts';
import { demoBody, expectAccepted, type DemoWorld } from './demo-world.ts';

/** Bodies whose budget holder expects something else than the plan, on their first line that is large enough. */
const deviations: Record<string, { euros: number; explanation: string }> = {
  [demoBody]: {
    euros: -12_500,
    explanation: 'Voorbeeld: twee plannen begonnen later dan gepland. Wat overblijft, schuift door naar volgend jaar.',
  },
  'wonen-en-leefomgeving': {
    euros: 8000,
    explanation: 'Voorbeeld: de groene pleinen kosten meer dan gedacht. Een ander team geeft wat over is.',
  },
};

const sentDaysAgo = 13;

/** A spending report that was sent, and one in which the first budget holder wrote what they expect. */
export async function loadDemoReports(world: DemoWorld): Promise<void> {
  const yesterday = addDays(dayInAmsterdam(world.now), -sentDaysAgo - 1);
  const sent = await begin(world, yesterday, sentDaysAgo + 1);
  await forecast(world, sent, { account: 'budgethouder', daysAgo: sentDaysAgo, bodies: [demoBody] });
  await forecast(world, sent, { account: 'budgethouder-programma', daysAgo: sentDaysAgo, bodies: null });
  const sender = await world.as('programmabureau', sentDaysAgo);
  const seen = (await draftReportView(world.database, sender.actor, sent))?.seen ?? '';
  expectAccepted(await sendReport({ reportId: sent, seen }, sender));

  const draft = await begin(world, dayInAmsterdam(world.now), 0);
  await forecast(world, draft, { account: 'budgethouder', daysAgo: 0, bodies: [demoBody] });
}

async function begin(world: DemoWorld, until: CalendarDate, daysAgo: number): Promise<string> {
  const intro =
    'Voorbeeld: zo ziet het verslag voor het alliantiebestuur eruit. De bedragen en de verwachtingen zijn verzonnen.';
  const report = { year: Number(until.slice(0, 4)), until, intro, formKey: newId() };
  return expectAccepted(await startReport(report, await world.as('programmabureau', daysAgo)));
}

type Forecast = { account: string; daysAgo: number; bodies: readonly string[] | null };

/** @param bodies slugs; null: every body of which nothing was written yet */
async function forecast(world: DemoWorld, reportId: string, { account, daysAgo, bodies }: Forecast): Promise<void> {
  const context = await world.as(account, daysAgo);
  const draft = await draftReportView(world.database, context.actor, reportId);
  for (const { body, lines } of draft?.groups ?? []) {
    if (bodies === null ? lines.some(({ revision }) => revision > 0) : !bodies.includes(body.slug)) continue;
    const deviation = deviations[body.slug];
    const large = lines.findIndex(({ planned }) => planned + (deviation?.euros ?? 0) * 100 >= 0);
    const written = lines.map(({ slug, revision, planned }, index) => {
      const other = index === large ? deviation : undefined;
      const expected: Cents = other === undefined ? planned : addCents(planned, cents(other.euros * 100));
      return { slug, revision, forecast: expected, explanation: other?.explanation ?? '' };
    });
    expectAccepted(await writeForecasts({ reportId, bodySlug: body.slug, lines: written }, context));
  }
}
