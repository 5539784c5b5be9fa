import { calendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { cents } from '#app/kernel/money.ts';
import { openMoneySource, type OpenMoneySource } from '#app/modules/ledger/commands/open-money-source.server.ts';
import type { Transaction } from '#app/platform/database.server.ts';

type Opened = { id: string; slug: string; at: Instant };

/**
 * Who gives, as an example: the coalition money and the state grant that the papers name, and what partners and donors
 * could bring in. Hours and space are shown with their value and never granted.
 */
export async function openDemoSources(
  tx: Transaction,
  { thisYear, now }: { thisYear: number; now: Instant },
): Promise<Record<'coalition' | 'spuk' | 'donations', Opened>> {
  const first = thisYear - 3;
  const municipality = await tx.organisation.findUnique({ where: { slug: 'gemeente-amsterdam' } });
  const open = async (
    order: Omit<OpenMoneySource, 'isExample' | 'beginsOn' | 'endsOn' | 'amount' | 'at'> & {
      years: [from: number, until: number];
      euros: number;
    },
  ): Promise<Opened> => {
    const { years, euros, ...source } = order;
    const begin = new Date(`${String(Math.min(years[0], thisYear))}-01-02T09:00:00Z`);
    const at = begin < now ? begin : now;
    const id = await openMoneySource(tx, {
      ...source,
      isExample: true,
      beginsOn: calendarDate(`${String(years[0])}-01-01`),
      endsOn: calendarDate(`${String(years[1])}-12-31`),
      amount: cents(euros * 100),
      at,
    });
    return { id, slug: source.slug, at };
  };
  const coalition = await open({
    slug: 'coalitiemiddelen',
    kind: 'coalition',
    form: 'money',
    name: 'Coalitiemiddelen',
    nameEn: 'Coalition money',
    ...(municipality === null ? {} : { organisationId: municipality.id }),
    conditions: 'Voor vier jaar. Een deel is gelabeld voor een actielijn, de rest is vrij te besteden door de teams.',
    conditionsEn: 'For four years. Part of it is labelled for a line of action, the teams are free to spend the rest.',
    years: [first, thisYear],
    overprogrammingBps: 1000,
    sourceKey: 'ot-eid-2024-02-06',
    euros: 20_000_000,
  });
  // the papers name these three years, whenever the demo is looked at
  const spukYears: [number, number] = thisYear <= 2028 ? [Math.min(2026, thisYear), 2028] : [thisYear, thisYear + 2];
  const spuk = await open({
    slug: 'spuk-kansrijke-wijk',
    kind: 'state-grant',
    form: 'money',
    name: 'SPUK Kansrijke Wijk',
    nameEn: 'State grant SPUK Kansrijke Wijk',
    conditions:
      'Van 2026 tot en met 2028. Het alliantiebestuur keurt de aanvraag goed. Bewoners denken mee over de aanvraag en over hoe het geld wordt besteed. Wat in 2028 over is, gaat terug naar het Rijk (voorbeeld).',
    conditionsEn:
      'From 2026 to 2028. The board of the alliance approves the application. Residents take part in the application and in how it is spent. What is left in 2028 goes back to the state (example).',
    years: spukYears,
    overprogrammingBps: 0,
    sourceKey: 'ab-2025-06-30',
    euros: 4_500_000,
  });
  await open({
    slug: 'uren-van-partners',
    kind: 'partner',
    form: 'hours',
    name: 'Uren van partners van de alliantie',
    nameEn: 'Hours of partners in the alliance',
    valuation: 'Voorbeeld: 4.000 uur in een jaar, gewaardeerd op € 55,00 per uur.',
    years: [thisYear, thisYear],
    overprogrammingBps: 0,
    euros: 220_000,
  });
  await open({
    slug: 'ruimte-van-partners',
    kind: 'partner',
    form: 'space',
    name: 'Ruimte van partners van de alliantie',
    nameEn: 'Space of partners in the alliance',
    valuation: 'Voorbeeld: 600 dagdelen zaalruimte in een jaar, gewaardeerd op € 75,00 per dagdeel.',
    years: [thisYear, thisYear],
    overprogrammingBps: 0,
    euros: 45_000,
  });
  const donations = await open({
    slug: 'donaties',
    kind: 'donation',
    form: 'money',
    name: 'Donaties van bewoners en bedrijven',
    nameEn: 'Donations by residents and companies',
    conditions: 'Gegeven voor de jeugd van Nieuw-West (voorbeeld).',
    conditionsEn: 'Given for the youth of Nieuw-West (example).',
    years: [thisYear, thisYear],
    overprogrammingBps: 0,
    euros: 15_000,
  });
  return { coalition, spuk, donations };
}
