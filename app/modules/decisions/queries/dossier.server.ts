import { fromDateColumn } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import { isInterestKind } from '#app/modules/scoring/interest.ts';
import type { Instrument } from '../instrument.ts';
import type { DecisionMethod, DecisionOutcome } from '../outcome.ts';
import type { DecisionDossier, DossierParticipant } from '../publication.ts';
import type { Vote } from '../vote.ts';
import { donutSubject } from './donut-subject.server.ts';
import { documentsOf } from './documents.server.ts';
import { scoresOf } from './scores.server.ts';
import { awardSelect, publishedVoteOf } from './vote-award.query.server.ts';

const named = { select: { slug: true, name: true } } as const;

const dossierSelect = {
  origin: true,
  takenOn: true,
  title: true,
  outcome: true,
  amountCents: true,
  amountNote: true,
  instrument: true,
  recipient: named,
  conditions: true,
  method: true,
  motivation: true,
  interestStatement: true,
  initiativeVersion: true,
  task: true,
  recipientReason: true,
  beginsOn: true,
  endsOn: true,
  roundEntryId: true,
  voteAward: awardSelect,
  body: named,
  initiative: { select: { slug: true, title: true, requestedCents: true } },
  actielijn: { select: { slug: true, title: true } },
  fund: { select: { slug: true, name: true, year: true } },
  referToBody: named,
  replaces: { select: { number: true } },
  source: { select: { key: true, title: true, date: true } },
  donutApplicationId: true,
  objections: { select: { objection: true, answer: true }, orderBy: { position: 'asc' } },
  criteria: { select: { criterionId: true, motivation: true } },
  participants: { select: { part: true, vote: true, reason: true, organisation: { select: { name: true } } } },
  criteriaVersion: {
    select: {
      version: true,
      criteriaSet: { select: { slug: true, title: true } },
      criteria: { orderBy: { position: 'asc' } },
    },
  },
} as const;

/** Everything that confirming this decision would publish, or published; read from the tables it rests on. */
export async function dossierOf(database: Database | Transaction, decisionId: string): Promise<DecisionDossier> {
  const row = await database.decision.findUniqueOrThrow({ where: { id: decisionId }, select: dossierSelect });
  const { criteriaVersion, source } = row;
  const { standing, ...scores } =
    row.roundEntryId === null ? { standing: null } : await scoresOf(database, row.roundEntryId);
  const motivations = new Map(row.criteria.map(({ criterionId, motivation }) => [criterionId, motivation]));
  return {
    origin: row.origin === 'paper' ? 'paper' : 'product',
    takenOn: fromDateColumn(row.takenOn),
    body: row.body,
    title: row.title,
    subject: row.donutApplicationId === null ? subjectOf(row) : await donutSubject(database, row.donutApplicationId),
    outcome: row.outcome as DecisionOutcome,
    amount: row.amountCents === null ? null : cents(row.amountCents),
    amountNote: row.amountNote,
    instrument: row.instrument as Instrument | null,
    recipient: row.recipient,
    fund: row.fund,
    conditions: row.conditions,
    referredTo: row.referToBody,
    method: row.method as DecisionMethod,
    participants: row.participants.map(({ part, vote, reason, organisation }): DossierParticipant => ({
      organisation: organisation?.name ?? null,
      part: part === 'recused' ? 'recused' : 'took-part',
      vote: vote as Vote | null,
      // what a paper says is kept in its words; it is about the organisation's own interest
      recusal:
        part !== 'recused'
          ? null
          : isInterestKind(reason)
            ? { interest: reason, note: '' }
            : { interest: 'own', note: reason ?? '' },
    })),
    objections: row.objections,
    motivation: row.motivation,
    criteria:
      criteriaVersion === null
        ? null
        : {
            slug: criteriaVersion.criteriaSet.slug,
            title: criteriaVersion.criteriaSet.title,
            version: criteriaVersion.version,
            criteria: criteriaVersion.criteria.map((criterion) => ({
              slug: criterion.slug,
              title: criterion.title,
              titleEn: criterion.titleEn,
              explanation: criterion.explanation,
              explanationEn: criterion.explanationEn,
              scale: criterion.scale,
              scaleEn: criterion.scaleEn,
              weight: criterion.weight,
              minimumHundredths: criterion.minimumHundredths,
              motivation: motivations.get(criterion.id) ?? '',
            })),
          },
    scores: 'round' in scores ? scores : null,
    standing,
    vote: row.voteAward === null ? null : publishedVoteOf(row.voteAward),
    documents: await documentsOf(database, decisionId),
    interestStatement: row.interestStatement,
    replaces: row.replaces?.number ?? null,
    source: source === null ? null : { ...source, date: source.date === null ? null : fromDateColumn(source.date) },
  };
}

type SubjectRow = {
  title: string;
  initiativeVersion: number | null;
  initiative: { slug: string | null; title: string; requestedCents: bigint } | null;
  actielijn: { slug: string; title: string } | null;
  task: string | null;
  recipientReason: string | null;
  beginsOn: Date | null;
  endsOn: Date | null;
};

function subjectOf(row: SubjectRow): DecisionDossier['subject'] {
  const { initiative, actielijn, title, task, beginsOn, endsOn } = row;
  if (initiative !== null)
    return {
      kind: 'initiative',
      slug: initiative.slug ?? '',
      title: initiative.title,
      version: row.initiativeVersion ?? 0,
      requested: cents(initiative.requestedCents),
    };
  if (task === null || beginsOn === null || endsOn === null)
    return { kind: 'actielijn', slug: actielijn?.slug ?? '', title: actielijn?.title ?? '' };
  return {
    kind: 'assignment',
    title,
    task,
    recipientReason: row.recipientReason ?? '',
    actielijn,
    beginsOn: fromDateColumn(beginsOn),
    endsOn: fromDateColumn(endsOn),
  };
}
