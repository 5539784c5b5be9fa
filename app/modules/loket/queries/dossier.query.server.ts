import { dayInAmsterdam, fromDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { isId } from '#app/kernel/ids.ts';
import { cents, type Cents } from '#app/kernel/money.ts';
import { readContent, type ContentAttachment, type InitiativeContent } from '#app/modules/initiatives/content.ts';
import {
  differencesBetween,
  fieldsInWords,
  type ComparedField,
  type FieldDifference,
} from '#app/modules/initiatives/differences.ts';
import { namesFrom, type VersionWords } from '#app/modules/initiatives/queries/initiative-versions.query.server.ts';
import { publicEvents } from '#app/modules/initiatives/queries/public-events.server.ts';
import { mayMove, type Stage } from '#app/modules/initiatives/stage.ts';
import { timelineOf, type TimelineView } from '#app/modules/initiatives/timeline.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import { inLocale, type ProgrammeLocale } from '#app/modules/programme/locale.ts';
import type { Database } from '#app/platform/database.server.ts';
import { lateness, type Lateness } from '../lateness.ts';
import { loketRoleFor, mayReadDossier } from '../policy.ts';
import { receivingKinds } from '../referral.ts';
import { otherClaims, type OtherClaim } from './other-claims.server.ts';

/** A published rule with how it was judged for this version, if it was. */
export type RuleToJudge = { slug: string; text: string; met: boolean | null; note: string };

/** What the actor can do now; `blocked` says why nothing. */
export type LoketActions =
  | { blocked: 'reads-only' | 'interest' | 'stage' }
  | { blocked: null; askQuestion: boolean; accept: boolean; refer: boolean; referOutside: boolean };

/** Everything the loket sees of an initiative. The submitter is named by organisation or not at all, as in public. */
export type DossierView = {
  id: string;
  slug: string;
  title: string;
  summary: string;
  stage: Stage;
  /** Id of the newest step, to send back with every form. */
  lastStep: string | null;
  version: number;
  submittedAt: Instant | null;
  body: { id: string; slug: string; name: string } | null;
  organisation: string | null;
  requested: Cents;
  dueOn: CalendarDate | null;
  term: Lateness;
  fields: ComparedField[];
  attachments: ContentAttachment[];
  declaration: InitiativeContent['declaration'];
  otherFunding: InitiativeContent['otherFunding'];
  /** Since the version before; null for the first. */
  differences: FieldDifference[] | null;
  rules: RuleToJudge[];
  timeline: TimelineView;
  otherClaims: OtherClaim[];
  actions: LoketActions;
  receivingBodies: { id: string; name: string; kind: (typeof receivingKinds)[number] }[];
};

/** @returns null when there is no such initiative for this actor's loket */
export async function dossier(
  database: Database,
  actor: Actor,
  initiativeId: string,
  now: Instant,
  locale: ProgrammeLocale,
  words: VersionWords,
): Promise<DossierView | null> {
  if (!isId(initiativeId) || actor.person === null) return null;
  const row = await database.initiative.findUnique({
    where: { id: initiativeId },
    include: {
      body: { select: { id: true, slug: true, name: true } },
      organisation: { select: { name: true } },
      versions: { orderBy: { version: 'desc' }, take: 2, select: { version: true, content: true } },
    },
  });
  const current = row?.versions[0];
  if (!row || !current || row.stage === 'draft' || !mayReadDossier(actor, row.bodyId)) return null;
  const content = readContent(current.content);
  const [names, rules, checks, events, claims, bodies, [interest]] = await Promise.all([
    namesFrom(database, locale),
    database.eligibilityRule.findMany({ orderBy: { position: 'asc' } }),
    database.eligibilityCheck.findMany({
      where: { initiativeId, version: current.version },
      orderBy: { event: { sequence: 'desc' } },
    }),
    publicEvents(database, initiativeId, locale),
    otherClaims(database, initiativeId),
    database.body.findMany({
      where: { kind: { in: [...receivingKinds] }, id: row.bodyId === null ? {} : { not: row.bodyId } },
      select: { id: true, name: true, kind: true },
      orderBy: { position: 'asc' },
    }),
    database.$queryRaw<
      { kind: string | null }[]
    >`select interest_of(${actor.person.id}::uuid, ${initiativeId}::uuid) as kind`,
  ]);
  const named = { ...words, ...names };
  const fields = fieldsInWords(content, named);
  const before = row.versions[1];
  const stage = row.stage as Stage;
  const dueOn = row.dueOn === null ? null : fromDateColumn(row.dueOn);
  const today = dayInAmsterdam(now);
  return {
    id: row.id,
    slug: row.slug ?? '',
    title: row.title,
    summary: row.summary,
    stage,
    lastStep: events.at(-1)?.id ?? null,
    version: current.version,
    submittedAt: row.submittedAt,
    body: row.body,
    organisation: row.organisation?.name ?? null,
    requested: cents(row.requestedCents),
    dueOn,
    term: lateness(dueOn, today),
    fields: fields.filter(({ text }) => text !== ''),
    attachments: content.attachments,
    declaration: content.declaration,
    otherFunding: content.otherFunding,
    differences:
      before === undefined ? null : differencesBetween(fieldsInWords(readContent(before.content), named), fields),
    rules: rules.map((rule) => {
      const check = checks.find(({ ruleSlug }) => ruleSlug === rule.slug);
      return {
        slug: rule.slug,
        text: inLocale(locale, rule.text, rule.textEn),
        met: check?.met ?? null,
        note: check?.note ?? '',
      };
    }),
    timeline: timelineOf(events, stage, dueOn, today),
    otherClaims: claims,
    actions: actionsOf(actor, row.bodyId, stage, interest?.kind ?? null),
    receivingBodies: bodies.map((body) => ({ ...body, kind: body.kind as (typeof receivingKinds)[number] })),
  };
}

function actionsOf(actor: Actor, bodyId: string | null, stage: Stage, interest: string | null): LoketActions {
  if (!loketRoleFor(actor, bodyId).ok) return { blocked: 'reads-only' };
  if (interest !== null) return { blocked: 'interest' };
  const actions = {
    askQuestion: mayMove(stage, 'ask-question'),
    accept: mayMove(stage, 'accept'),
    refer: mayMove(stage, 'refer'),
    referOutside: mayMove(stage, 'refer-outside'),
  };
  return Object.values(actions).some(Boolean) ? { blocked: null, ...actions } : { blocked: 'stage' };
}
