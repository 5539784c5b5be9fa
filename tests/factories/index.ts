/**
 * Rows for tests, made straight in the database with as little as each needs. What a test is about it passes itself.
 * Numbers make names unique within a test file's database.
 */
import { calendarDate, toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { instant, type Instant } from '#app/kernel/instant.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { openFund } from '#app/modules/ledger/commands/open-fund.server.ts';
import { openMoneySource } from '#app/modules/ledger/commands/open-money-source.server.ts';
import type { MoneySourceForm } from '#app/modules/ledger/money-source.ts';
import type { Stage } from '#app/modules/initiatives/stage.ts';
import type { Database } from '#app/platform/database.server.ts';

let count = 0;
const next = () => (count += 1);

/** The moment at which tests take place, unless they say otherwise. */
export const testNow: Instant = instant('2026-11-21T12:00:00Z');
const aYearAgo = toDateColumn('2025-11-21' as CalendarDate);

export async function makePerson(
  database: Database,
  given: { name?: string; email?: string; locale?: 'nl' | 'en' } = {},
): Promise<string> {
  const id = newId();
  const number = String(next());
  await database.person.create({
    data: {
      id,
      email: given.email ?? `person-${number}@wijkbeurs.example`,
      name: given.name ?? `Persoon ${number}`,
      locale: given.locale ?? 'nl',
    },
  });
  return id;
}

export async function makeOrganisation(
  database: Database,
  given: { name?: string; members?: string[] } = {},
): Promise<string> {
  const id = newId();
  const number = String(next());
  await database.organisation.create({
    data: { id, slug: `organisatie-${number}`, name: given.name ?? `Organisatie ${number}`, kind: 'foundation' },
  });
  for (const personId of given.members ?? []) {
    await database.organisationMember.create({
      data: { id: newId(), organisationId: id, personId, beginsOn: aYearAgo },
    });
  }
  return id;
}

export async function makeBody(
  database: Database,
  given: { kind?: string; slug?: string; parentId?: string } = {},
): Promise<string> {
  const id = newId();
  const number = String(next());
  await database.body.create({
    data: {
      id,
      slug: given.slug ?? `team-${number}`,
      kind: given.kind ?? 'opgaveteam',
      name: `Opgaveteam ${number}`,
      shortName: `OT ${number}`,
      remit: 'Besluit over plannen in dit thema.',
      remitEn: 'Decides on plans in this theme.',
      parentId: given.parentId ?? null,
    },
  });
  return id;
}

/** Gives a role from a year ago on; `endsOn` ends it. */
export async function makeMembership(
  database: Database,
  given: {
    personId: string;
    bodyId: string;
    role: string;
    organisationId?: string;
    beginsOn?: CalendarDate;
    endsOn?: CalendarDate;
  },
): Promise<string> {
  const id = newId();
  await database.bodyMembership.create({
    data: {
      id,
      personId: given.personId,
      bodyId: given.bodyId,
      role: given.role,
      organisationId: given.organisationId ?? null,
      beginsOn: given.beginsOn === undefined ? aYearAgo : toDateColumn(given.beginsOn),
      endsOn: given.endsOn === undefined ? null : toDateColumn(given.endsOn),
    },
  });
  return id;
}

/** An initiative in any stage, with one version unless it is a draft. */
export async function makeInitiative(
  database: Database,
  given: {
    submitterId?: string;
    organisationId?: string;
    bodyId?: string;
    stage?: Stage;
    title?: string;
    requestedCents?: number;
    partnerIds?: string[];
    content?: object;
  } = {},
): Promise<string> {
  const id = newId();
  const number = String(next());
  const stage = given.stage ?? 'submitted';
  const submitterId = given.submitterId ?? (await makePerson(database));
  const title = given.title ?? `Buurttuin ${number}`;
  await database.initiative.create({
    data: {
      id,
      slug: stage === 'draft' ? null : `buurttuin-${number}`,
      stage,
      title,
      summary: 'Samen een tuin maken voor de buurt.',
      currentVersion: stage === 'draft' ? 0 : 1,
      requestedCents: BigInt(given.requestedCents ?? 1000_00),
      submitterId,
      organisationId: given.organisationId ?? null,
      bodyId: given.bodyId ?? null,
      submittedAt: stage === 'draft' ? null : testNow,
      // not the day on which the test runs: interests look back to it
      createdAt: testNow,
      ...(stage === 'draft' ? { draft: given.content ?? {} } : {}),
    },
  });
  if (stage !== 'draft') {
    await database.initiativeVersion.create({
      data: {
        initiativeId: id,
        version: 1,
        content: given.content ?? {},
        createdById: submitterId,
        createdAt: testNow,
      },
    });
  }
  for (const organisationId of given.partnerIds ?? []) {
    await database.initiativePartner.create({ data: { initiativeId: id, organisationId } });
  }
  return id;
}

export type MadeCriteria = { setId: string; versionId: string; criterionIds: string[] };

/** A criteria set with one version of two criteria on a scale of 0–4, weights 2 and 1. */
export async function makeCriteria(
  database: Database,
  given: { bodyId: string; frozen?: boolean },
): Promise<MadeCriteria> {
  const setId = newId();
  const versionId = newId();
  const number = String(next());
  await database.criteriaSet.create({
    data: {
      id: setId,
      slug: `criteria-${number}`,
      bodyId: given.bodyId,
      title: `Criteria ${number}`,
      intro: 'Waar we op letten.',
      introEn: 'What we look at.',
    },
  });
  await database.criteriaVersion.create({ data: { id: versionId, criteriaSetId: setId, version: 1 } });
  const scale = ['Niet', 'Weinig', 'Voldoende', 'Goed', 'Zeer goed'];
  const criteria = ['Bewoners zijn eigenaar', 'Het is haalbaar'].map((title, index) => ({
    id: newId(),
    criteriaVersionId: versionId,
    slug: index === 0 ? 'eigenaarschap' : 'haalbaar',
    position: index,
    title,
    titleEn: title,
    explanation: 'Uitleg.',
    explanationEn: 'Explanation.',
    scale,
    scaleEn: scale,
    weight: 2 - index,
    minimumHundredths: null,
  }));
  await database.criterion.createMany({ data: criteria });
  if (given.frozen ?? true) {
    await database.criteriaVersion.update({ where: { id: versionId }, data: { frozenAt: testNow } });
  }
  return { setId, versionId, criterionIds: criteria.map((criterion) => criterion.id) };
}

/** Money is there from the first day on, so that a test can date what becomes of it. */
const noonOf = (day: string): Instant => instant(`${day}T11:00:00Z`);

export async function makeMoneySource(
  database: Database,
  given: {
    amountCents?: number;
    overprogrammingBps?: number;
    beginsOn?: string;
    endsOn?: string;
    form?: MoneySourceForm;
  } = {},
): Promise<string> {
  const slug = `bron-${String(next())}`;
  return database.$transaction((tx) =>
    openMoneySource(tx, {
      slug,
      kind: 'coalition',
      form: given.form ?? 'money',
      valuation: given.form === undefined ? '' : 'Twintig euro per uur.',
      name: `Bron ${slug}`,
      nameEn: `Source ${slug}`,
      beginsOn: calendarDate(given.beginsOn ?? '2024-01-01'),
      endsOn: calendarDate(given.endsOn ?? '2027-12-31'),
      overprogrammingBps: given.overprogrammingBps ?? 0,
      isExample: true,
      amount: given.amountCents === undefined ? null : cents(given.amountCents),
      at: noonOf(given.beginsOn ?? '2024-01-01'),
    }),
  );
}

/** A line of the plan; without a source one of its own, and without an amount 10,000 euro straight from it. */
export async function makeFund(
  database: Database,
  given: { bodyId: string; amountCents?: number | null; year?: number; moneySourceId?: string },
): Promise<string> {
  const moneySourceId = given.moneySourceId ?? (await makeMoneySource(database));
  const slug = `fonds-${String(next())}`;
  return database.$transaction((tx) =>
    openFund(tx, {
      slug,
      name: `Fonds ${slug}`,
      description: '',
      bodyId: given.bodyId,
      year: given.year ?? 2026,
      moneySourceId,
      isExample: true,
      amount: given.amountCents === null ? null : cents(given.amountCents ?? 10_000_00),
      at: noonOf(`${String(Math.min(given.year ?? 2026, 2026))}-01-01`),
    }),
  );
}
