import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Cents } from '#app/kernel/money.ts';
import type { InterestKind } from '#app/modules/scoring/interest.ts';
import type { Instrument } from './instrument.ts';
import { notLookedAt, type PublishedLawfulness } from './lawfulness.ts';
import type { DecisionNumber } from './number.ts';
import type { DecisionMethod, DecisionOutcome } from './outcome.ts';
import { publishedResult, resultOf } from './recompute.ts';
import type {
  PublishedCriteria,
  PublishedDecision,
  PublishedDonutApplication,
  PublishedRecusal,
  PublishedScores,
} from './published.ts';
import type {
  PublishedDeciders,
  PublishedDocument,
  PublishedRemedy,
  PublishedStanding,
  PublishedVote,
} from './published-basis.ts';
import { countVotes, type Vote } from './vote.ts';

type Named = { slug: string; name: string };

export type DossierParticipant = {
  /** Null: a resident. */
  organisation: string | null;
  part: 'took-part' | 'recused';
  vote: Vote | null;
  recusal: { interest: InterestKind; note: string } | null;
};

/** Everything that is published of a decision, before it has a number. Nothing in it is private. */
export type DecisionDossier = {
  origin: 'product' | 'paper';
  takenOn: CalendarDate;
  body: Named;
  title: string;
  subject:
    | { kind: 'initiative'; slug: string; title: string; version: number; requested: Cents }
    | { kind: 'actielijn'; slug: string; title: string }
    | {
        kind: 'assignment';
        title: string;
        task: string;
        recipientReason: string;
        actielijn: { slug: string; title: string } | null;
        beginsOn: CalendarDate;
        endsOn: CalendarDate;
      }
    | PublishedDonutApplication;
  outcome: DecisionOutcome;
  amount: Cents | null;
  amountNote: string;
  instrument: Instrument | null;
  /** The organisation that gets the money; null: residents, or no money. */
  recipient: Named | null;
  fund: (Named & { year: number }) | null;
  conditions: string;
  referredTo: Named | null;
  method: DecisionMethod;
  participants: readonly DossierParticipant[];
  objections: readonly { objection: string; answer: string }[];
  motivation: string;
  criteria: PublishedCriteria | null;
  scores: { round: Named; reviews: PublishedScores['reviews']; recusals: readonly PublishedRecusal[] } | null;
  /** Where it stood in its round; null: it was in none. */
  standing: PublishedStanding | null;
  /** The vote of residents that it won; null: none. */
  vote: PublishedVote | null;
  documents: readonly PublishedDocument[];
  interestStatement: string;
  replaces: string | null;
  source: { key: string; title: string; date: CalendarDate | null } | null;
};

/**
 * The publication of a decision: who took part by organisation and number, votes as counts, the scores with the result
 * that follows from them. The same dossier always gives the same publication.
 */
export function publicationOf(
  dossier: DecisionDossier,
  given: {
    number: DecisionNumber | '';
    publishedOn: CalendarDate;
    lawfulness?: PublishedLawfulness;
    /** Who put it in the register; left out where nobody did yet, or a paper is carried over. */
    decidedBy?: PublishedDeciders;
    remedy?: PublishedRemedy | null;
  },
): PublishedDecision {
  const { participants, subject, scores, criteria, method } = dossier;
  const tookPart = participants.filter(({ part }) => part === 'took-part');
  const votes = tookPart.flatMap(({ vote }) => (vote === null ? [] : [vote]));
  const publication = {
    format: 'wijkbeurs.decision' as const,
    number: given.number,
    origin: dossier.origin,
    takenOn: dossier.takenOn,
    publishedOn: given.publishedOn,
    body: dossier.body,
    title: dossier.title,
    outcome: dossier.outcome,
    amountCents: dossier.amount,
    amountNote: dossier.amountNote,
    instrument: dossier.instrument,
    recipient: dossier.recipient,
    ...(given.lawfulness ?? notLookedAt),
    fund: dossier.fund,
    conditions: dossier.conditions,
    referredTo: dossier.referredTo,
    method,
    participants: perOrganisation(tookPart),
    votes: method === 'vote' && votes.length > 0 ? countVotes(votes) : null,
    recusals: participants
      .flatMap(({ organisation, recusal }) => (recusal === null ? [] : [{ organisation, ...recusal }]))
      .sort(byOrganisation),
    objections: dossier.objections.map(({ objection, answer }) => ({ objection, answer })),
    motivation: dossier.motivation,
    criteria,
    scores: scores === null || criteria === null ? null : publishedScores(scores, criteria),
    interestStatement: dossier.interestStatement,
    replaces: dossier.replaces,
    source: dossier.source,
    decidedBy: given.decidedBy ?? { prepared: null, confirmed: null },
    standing: dossier.standing,
    documents: dossier.documents.map((one) => ({ ...one })),
    remedy: given.remedy ?? null,
  };
  if (subject.kind !== 'initiative') return { ...publication, version: 3, subject };
  const { kind, slug, title, version, requested } = subject;
  const about = { kind, slug, title, version, requestedCents: requested };
  return dossier.vote === null
    ? { ...publication, version: 3, subject: about }
    : { ...publication, version: 4, subject: about, vote: dossier.vote };
}

function publishedScores(scores: NonNullable<DecisionDossier['scores']>, criteria: PublishedCriteria): PublishedScores {
  return {
    round: scores.round,
    reviews: scores.reviews,
    recusals: [...scores.recusals].sort(byOrganisation),
    result: publishedResult(resultOf(criteria, scores.reviews)),
  };
}

function perOrganisation(participants: readonly DossierParticipant[]): PublishedDecision['participants'] {
  const counts = new Map<string | null, number>();
  for (const { organisation } of participants) counts.set(organisation, (counts.get(organisation) ?? 0) + 1);
  return [...counts].map(([organisation, count]) => ({ organisation, count })).sort(byOrganisation);
}

/** By name, residents last; by code units, so that the order is the same on every machine. */
function byOrganisation(one: { organisation: string | null }, other: { organisation: string | null }): number {
  if (one.organisation === other.organisation) return 0;
  if (one.organisation === null || other.organisation === null) return one.organisation === null ? 1 : -1;
  return one.organisation < other.organisation ? -1 : 1;
}
