import { dayInAmsterdam, fromDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { cents, type Cents } from '#app/kernel/money.ts';
import { inLocale, type ProgrammeLocale } from '#app/modules/programme/locale.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { ContentAttachment, InitiativeContent } from '../content.ts';
import { contentOfVersion } from '../initiative.store.server.ts';
import { isSlug } from '../slug.ts';
import type { Stage } from '../stage.ts';
import { timelineOf, type TimelineView } from '../timeline.ts';
import { publicEvents } from './public-events.server.ts';

type Linked = { slug: string; name: string };

/** What was submitted, as everybody may read it. */
export type PublicContent = Pick<
  InitiativeContent,
  | 'why'
  | 'what'
  | 'result'
  | 'place'
  | 'group'
  | 'otherPartners'
  | 'ownership'
  | 'budget'
  | 'needs'
  | 'offers'
  | 'startsOn'
  | 'endsOn'
  | 'milestones'
  | 'otherFunding'
  | 'declaration'
> & { attachments: ContentAttachment[] };

/** A decision about the initiative, as published. */
export type InitiativeDecision = {
  number: string;
  title: string;
  outcome: 'grant' | 'decline' | 'park' | 'refer';
  amount: Cents | null;
  takenOn: CalendarDate;
  bodyName: string;
};

/** A public initiative. Whoever submitted for themselves is named only if they chose so. */
export type InitiativePageView = {
  id: string;
  slug: string;
  title: string;
  summary: string;
  stage: Stage;
  wholeDistrict: boolean;
  areas: { code: string; name: string }[];
  themes: Linked[];
  organisation: Linked | null;
  /** Null: "a resident". */
  submitterName: string | null;
  partners: Linked[];
  body: Linked | null;
  requested: Cents;
  /** Null for initiatives carried over from papers. */
  content: PublicContent | null;
  versionCount: number;
  timeline: TimelineView;
  decisions: InitiativeDecision[];
  /** What the papers say, and which paper. */
  paper: { note: string; title: string | null; date: CalendarDate | null } | null;
};

/** @returns null when there is no public initiative at this address */
export async function initiativePage(
  database: Database,
  slug: string,
  now: Instant,
  locale: ProgrammeLocale,
): Promise<InitiativePageView | null> {
  if (!isSlug(slug)) return null;
  const row = await database.initiative.findUnique({ where: { slug }, select: pageSelect });
  if (!row || row.stage === 'draft') return null;
  const [content, events] = await Promise.all([
    row.currentVersion === 0 ? null : contentOfVersion(database, row.id, row.currentVersion),
    publicEvents(database, row.id, locale),
  ]);
  const stage = row.stage as Stage;
  const forThemselves =
    row.organisation === null &&
    row.submitter !== null &&
    row.submitter.nameIsPublic &&
    row.submitter.deletedAt === null;
  return {
    id: row.id,
    slug,
    title: row.title,
    summary: row.summary,
    stage,
    wholeDistrict: row.wholeDistrict,
    areas: row.areas.map(({ area }) => area),
    themes: row.themes.map(({ theme }) => ({ slug: theme.slug, name: inLocale(locale, theme.name, theme.nameEn) })),
    organisation: row.organisation,
    submitterName:
      forThemselves && row.submitter !== null && row.submitter.name.trim() !== '' ? row.submitter.name : null,
    partners: row.partners.map(({ organisation }) => organisation),
    body: row.body,
    requested: cents(row.requestedCents),
    content: content === null ? null : publicContent(content),
    versionCount: row.currentVersion,
    timeline: timelineOf(events, stage, row.dueOn === null ? null : fromDateColumn(row.dueOn), dayInAmsterdam(now)),
    decisions: row.decisions.map((decision) => ({
      number: decision.number ?? '',
      title: decision.title,
      outcome: decision.outcome as InitiativeDecision['outcome'],
      amount: decision.amountCents === null ? null : cents(decision.amountCents),
      takenOn: fromDateColumn(decision.takenOn),
      bodyName: decision.body.name,
    })),
    paper:
      row.stateNote === null
        ? null
        : {
            note: row.stateNote,
            title: row.source?.title ?? null,
            date: row.source?.date ? fromDateColumn(row.source.date) : null,
          },
  };
}

const linked = { select: { slug: true, name: true } } as const;

const pageSelect = {
  id: true,
  title: true,
  summary: true,
  stage: true,
  wholeDistrict: true,
  requestedCents: true,
  currentVersion: true,
  dueOn: true,
  stateNote: true,
  source: { select: { title: true, date: true } },
  organisation: linked,
  submitter: { select: { name: true, nameIsPublic: true, deletedAt: true } },
  body: linked,
  areas: { orderBy: { areaCode: 'asc' }, select: { area: { select: { code: true, name: true } } } },
  themes: {
    orderBy: { theme: { position: 'asc' } },
    select: { theme: { select: { slug: true, name: true, nameEn: true } } },
  },
  partners: { orderBy: { organisation: { name: 'asc' } }, select: { organisation: linked } },
  decisions: {
    where: { state: 'confirmed' },
    orderBy: { takenOn: 'desc' },
    select: {
      number: true,
      title: true,
      outcome: true,
      amountCents: true,
      takenOn: true,
      body: { select: { name: true } },
    },
  },
} as const;

/** Field by field, so that what is added to a version later does not become public by itself. */
export function publicContent(content: InitiativeContent): PublicContent {
  const { why, what, result, place, group, otherPartners, ownership, budget, needs, offers } = content;
  const { startsOn, endsOn, milestones, otherFunding, declaration, attachments } = content;
  return {
    why,
    what,
    result,
    place,
    group,
    otherPartners,
    ownership,
    budget,
    needs,
    offers,
    startsOn,
    endsOn,
    milestones,
    otherFunding,
    declaration,
    attachments,
  };
}
