import { dayInAmsterdam, fromDateColumn, toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { initiativeCards, type InitiativeCardView } from '#app/modules/initiatives/queries/initiative-cards.server.ts';
import { inLocale, type ProgrammeLocale } from '#app/modules/programme/locale.ts';
import type { BodyKind } from '#prisma/programme/types.ts';
import type { Database } from '#app/platform/database.server.ts';
import {
  decisionLine,
  decisionLineSelect,
  fundLine,
  fundLineSelect,
  roundLine,
  roundLineSelect,
  type DecisionLine,
  type FundLine,
  type RoundLine,
} from './cards.server.ts';
import { bodyCriteria, type CriteriaView } from './body-criteria.server.ts';

type Link = { slug: string; name: string };
export type PaperRef = { key: string; title: string; date: CalendarDate | null };

export type ActielijnView = {
  slug: string;
  title: string;
  goal: string;
  stage: 'preparing' | 'approved' | 'running' | 'paused';
  stateNote: string;
  source: PaperRef | null;
};

/** Everything public about one team or board. People only by organisation; the chair by name. */
export type BodyPageView = {
  slug: string;
  kind: BodyKind;
  name: string;
  shortName: string;
  remit: string;
  /** Day on which an editor last rewrote the remit; null while it says what the paper says. */
  rewrittenOn: CalendarDate | null;
  chairName: string | null;
  chairOrganisation: string | null;
  source: PaperRef | null;
  parent: Link | null;
  children: (Link & { kind: BodyKind })[];
  areas: { code: string; name: string }[];
  themes: Link[];
  /** Organisations that sit in it, by the papers or by a membership now. */
  organisations: { name: string; kind: string }[];
  /** How many residents sit in it for themselves. */
  residentCount: number;
  criteria: CriteriaView[];
  rounds: RoundLine[];
  decisions: DecisionLine[];
  decisionCount: number;
  funds: FundLine[];
  initiatives: InitiativeCardView[];
  initiativeCount: number;
  actielijnen: ActielijnView[];
};

const shownInitiatives = 6;
const shownDecisions = 5;
/** Roles that make somebody part of the table; the others serve it. */
const tableRoles = ['chair', 'member', 'budget_holder'];

/** @returns null when no body has this slug */
export async function bodyPage(
  database: Database,
  slug: string,
  today: CalendarDate,
  locale: ProgrammeLocale,
): Promise<BodyPageView | null> {
  const day = toDateColumn(today);
  const now = { beginsOn: { lte: day }, OR: [{ endsOn: null }, { endsOn: { gte: day } }] };
  const paper = { select: { key: true, title: true, date: true } } as const;
  const link = { select: { slug: true, name: true } } as const;
  const isPublic = { stage: { not: 'draft' } };
  const body = await database.body.findUnique({
    where: { slug },
    select: {
      id: true,
      slug: true,
      kind: true,
      name: true,
      shortName: true,
      remit: true,
      remitEn: true,
      texts: { where: { revision: { gt: 1 } }, orderBy: { revision: 'desc' }, take: 1, select: { writtenAt: true } },
      chairName: true,
      chairOrganisation: true,
      source: paper,
      parent: link,
      children: { select: { slug: true, name: true, kind: true }, orderBy: { position: 'asc' } },
      areas: { select: { area: { select: { code: true, name: true } } }, orderBy: { areaCode: 'asc' } },
      themes: {
        select: { theme: { select: { slug: true, name: true, nameEn: true } } },
        orderBy: { theme: { position: 'asc' } },
      },
      organisations: { select: { organisation: { select: { name: true, kind: true } } } },
      memberships: {
        where: { ...now, role: { in: tableRoles } },
        select: { personId: true, organisation: { select: { name: true, kind: true } } },
      },
      rounds: { where: { state: 'open' }, select: roundLineSelect, orderBy: { closesOn: 'asc' } },
      decisions: {
        where: { state: 'confirmed' },
        select: decisionLineSelect,
        orderBy: [{ takenOn: 'desc' }, { number: 'desc' }],
        take: shownDecisions,
      },
      funds: { select: fundLineSelect, orderBy: [{ year: 'desc' }, { name: 'asc' }] },
      initiatives: {
        where: isPublic,
        select: { id: true },
        orderBy: [{ submittedAt: { sort: 'desc', nulls: 'last' } }, { title: 'asc' }],
        take: shownInitiatives,
      },
      actielijnen: {
        select: { slug: true, title: true, goal: true, stage: true, stateNote: true, source: paper },
        orderBy: { title: 'asc' },
      },
      _count: { select: { initiatives: { where: isPublic }, decisions: { where: { state: 'confirmed' } } } },
    },
  });
  if (body === null) return null;
  const [criteria, initiatives, chairOrganisation] = await Promise.all([
    bodyCriteria(database, body.id, locale),
    initiativeCards(
      database,
      body.initiatives.map(({ id }) => id),
      locale,
    ),
    body.chairOrganisation === null
      ? null
      : database.organisation.findUnique({ where: { slug: body.chairOrganisation }, select: { name: true } }),
  ]);
  return {
    slug: body.slug,
    kind: body.kind as BodyKind,
    name: body.name,
    shortName: body.shortName,
    remit: inLocale(locale, body.remit, body.remitEn),
    rewrittenOn: body.texts[0] === undefined ? null : dayInAmsterdam(body.texts[0].writtenAt),
    chairName: body.chairName,
    chairOrganisation: chairOrganisation?.name ?? null,
    source: paperRef(body.source),
    parent: body.parent,
    children: body.children.map((child) => ({ ...child, kind: child.kind as BodyKind })),
    areas: body.areas.map(({ area }) => area),
    themes: body.themes.map(({ theme }) => ({ slug: theme.slug, name: inLocale(locale, theme.name, theme.nameEn) })),
    organisations: distinctByName([
      ...body.organisations.map(({ organisation }) => organisation),
      ...body.memberships.flatMap(({ organisation }) => (organisation === null ? [] : [organisation])),
    ]),
    residentCount: new Set(
      body.memberships.filter(({ organisation }) => organisation === null).map(({ personId }) => personId),
    ).size,
    criteria,
    rounds: body.rounds.map(roundLine),
    decisions: body.decisions.map(decisionLine),
    decisionCount: body._count.decisions,
    funds: body.funds.map(fundLine),
    initiatives,
    initiativeCount: body._count.initiatives,
    actielijnen: body.actielijnen.map((line) => ({
      ...line,
      stage: line.stage as ActielijnView['stage'],
      source: paperRef(line.source),
    })),
  };
}

function paperRef(paper: { key: string; title: string; date: Date | null } | null): PaperRef | null {
  return paper === null ? null : { ...paper, date: paper.date === null ? null : fromDateColumn(paper.date) };
}

function distinctByName<Named extends { name: string }>(all: readonly Named[]): Named[] {
  const byName = new Map(all.map((one) => [one.name, one]));
  return [...byName.values()].sort((one, other) => one.name.localeCompare(other.name, 'nl'));
}
