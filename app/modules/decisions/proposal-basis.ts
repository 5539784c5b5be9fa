import type { Cents } from '#app/kernel/money.ts';
import type { Stage } from '#app/modules/initiatives/stage.ts';
import type { EntryResult } from '#app/modules/scoring/score.ts';
import type { InterestKind } from '#app/modules/scoring/interest.ts';
import type { CostFlag } from '#app/modules/procurement/cost-flag.ts';
import type { KindChoice } from '#app/modules/procurement/kind-choice.ts';
import type { DecisionOutcome } from './outcome.ts';
import type { ProposalFacts } from './proposal.ts';
import type { WonVote } from './won-vote.ts';

export type BasisCriterion = {
  id: string;
  slug: string;
  title: string;
  titleEn: string;
  explanation: string;
  explanationEn: string;
  weight: number;
  maximum: number;
  minimumHundredths: number | null;
};

/** Somebody who sits in the body today, for colleagues: by name, and by what the public will see. */
export type BasisMember = {
  personId: string;
  name: string;
  organisation: { id: string; name: string } | null;
  interest: InterestKind | null;
};

/** What is decided about. */
export type ProposalSubject =
  | {
      kind: 'initiative';
      id: string;
      slug: string;
      title: string;
      summary: string;
      stage: Stage;
      version: number;
      revision: number;
      requested: Cents;
      /** The organisation that would get the money; null: residents. */
      organisation: { id: string; name: string } | null;
    }
  | {
      kind: 'assignment';
      /** The organisation that gets the assignment. */
      organisation: { id: string; name: string };
      /** Lines of action of the body. */
      actielijnen: { id: string; title: string }[];
    };

/** What a proposal rests on: its subject as it is now, the body at the table, criteria, scores, money. */
export type ProposalBasis<Subject extends ProposalSubject = ProposalSubject> = {
  subject: Subject;
  body: { id: string; slug: string; name: string };
  criteriaVersionId: string | null;
  criteria: BasisCriterion[];
  /** Scores of the version that stands now; null when that was not scored. */
  scored: { roundEntryId: string; roundTitle: string; roundSlug: string; result: EntryResult } | null;
  /** The vote of residents that it won, in the place of scores; null: none. */
  vote: WonVote | null;
  members: BasisMember[];
  funds: { id: string; name: string; year: number; isExample: boolean; available: Cents }[];
  /** Kinds of work to choose from for an assignment, with where the party stands. */
  serviceKinds: KindChoice[];
  /** Other money of the programme that may pay the same costs. */
  otherMoney: CostFlag[];
  otherBodies: { id: string; name: string }[];
  /** Published decisions on the same plan that no other replaced, newest first. */
  replaceable: { id: string; number: string; outcome: DecisionOutcome }[];
  facts: ProposalFacts;
};

export type PlanBasis = ProposalBasis<Extract<ProposalSubject, { kind: 'initiative' }>>;

export type AssignmentBasis = ProposalBasis<Extract<ProposalSubject, { kind: 'assignment' }>>;
