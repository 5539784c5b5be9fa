import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Cents } from '#app/kernel/money.ts';
import type { CallStanding, DonorDisplay, DonorKind, EvidenceKind, VisitFinding } from './call.ts';
import type { DonutRules, RuleResult } from './rules.ts';

type Named = { slug: string; name: string };

/** A version of the rules as everybody reads it. */
export type RulesView = DonutRules & { id: string; reason: string };

/** How an application ended, with what it can be computed from. Public. */
export type ResultLine = {
  organisation: Named;
  value: Cents;
  costs: Cents;
  evidenceKind: EvidenceKind;
  evidenceName: string;
  evidenceOn: CalendarDate;
  /** The document, where the organisation agreed that everybody reads it. */
  document: { id: string; fileName: string } | null;
  story: string;
  visitedOn: CalendarDate | null;
  rules: RuleResult[];
  setAsideReason: string;
  /** Cents; null: no reward. */
  reward: Cents | null;
  /** In the register of decisions. */
  number: string;
};

/** Somebody who gave, as they wish to be shown; null: not said. */
export type DonorView = { kind: DonorKind; name: string | null; organisation: Named | null; amount: Cents | null };

/** The donutfonds of a year for everybody. Nothing of an application is public before the decision. */
export type DonutYearView = {
  year: number;
  standing: CallStanding;
  opensOn: CalendarDate;
  closesOn: CalendarDate;
  body: Named;
  fund: Named & { available: Cents; isExample: boolean };
  source: { slug: string; name: string; nameEn: string };
  rules: RulesView;
  applicationCount: number;
  result: {
    decidedOn: CalendarDate;
    available: Cents;
    recipients: number;
    share: Cents;
    remainder: Cents;
    motivation: string;
    lines: ResultLine[];
  } | null;
  donors: DonorView[];
  /** What donors gave together; null where that would give away what one of them keeps private. */
  donated: Cents | null;
};

/** An earlier year in a line. */
export type DonutYearLine = { year: number; standing: CallStanding; recipients: number | null; share: Cents | null };

/** An organisation of the actor, and how it stands with the call. */
export type OwnApplicationLine = {
  organisation: Named;
  state: 'none' | 'submitted' | 'withdrawn';
  reward: Cents | null;
  number: string | null;
};

/** The form of an organisation, filled in with what it applied with. */
export type OwnApplicationView = {
  callId: string;
  year: number;
  standing: CallStanding;
  opensOn: CalendarDate;
  closesOn: CalendarDate;
  rules: DonutRules;
  evidenceFrom: CalendarDate;
  organisation: Named & { id: string };
  application: {
    state: 'submitted' | 'withdrawn';
    revision: number;
    value: Cents;
    costs: Cents;
    evidenceKind: EvidenceKind;
    evidenceName: string;
    evidenceOn: CalendarDate;
    story: string;
    publishEvidence: boolean;
    document: { id: string; fileName: string } | null;
    changedAt: Instant;
    number: string | null;
    reward: Cents | null;
    rules: RuleResult[];
  } | null;
};

/** An application as the people of the fund see it. */
export type WorkLine = {
  id: string;
  organisation: Named;
  value: Cents;
  costs: Cents;
  meetsRules: boolean;
  rules: RuleResult[];
  finding: VisitFinding | null;
};

export type SplitView = {
  id: string;
  state: 'prepared' | 'confirmed' | 'discarded';
  available: Cents;
  recipients: number;
  share: Cents;
  remainder: Cents;
  motivation: string;
  proposerName: string;
  preparedAt: Instant;
  isOwn: boolean;
  setAside: { name: string; reason: string }[];
};

export type CallWorkView = {
  id: string;
  year: number;
  standing: CallStanding;
  opensOn: CalendarDate;
  closesOn: CalendarDate;
  body: Named;
  fund: Named & { available: Cents };
  rules: DonutRules;
  lines: WorkLine[];
  withdrawn: number;
  /** The proposal that waits, or the one that was confirmed. */
  split: SplitView | null;
  /** What the fund holds now differs from what the proposal divides. */
  fundChanged: boolean;
  isInterested: boolean;
  mayManage: boolean;
  mayConfirm: boolean;
};

export type VisitView = {
  version: number;
  visitedOn: CalendarDate;
  metWith: string;
  seen: string;
  finding: VisitFinding;
  findingReason: string;
  authorName: string;
  writtenAt: Instant;
};

export type ApplicationWorkView = WorkLine & {
  year: number;
  standing: CallStanding;
  evidenceKind: EvidenceKind;
  evidenceName: string;
  evidenceOn: CalendarDate;
  story: string;
  publishEvidence: boolean;
  document: { id: string; fileName: string } | null;
  applicantName: string;
  changedAt: Instant;
  isWithdrawn: boolean;
  visits: VisitView[];
  isInterested: boolean;
  mayVisit: boolean;
};

/** A donor with everything, for who writes them down. */
export type DonorWorkView = {
  id: string;
  revision: number;
  pledge: { id: string; number: string; sourceName: string };
  kind: DonorKind;
  display: DonorDisplay;
  name: string;
  organisation: { id: string; name: string } | null;
  amount: Cents;
  showAmount: boolean;
};

/** What a form about a donor chooses from. */
export type DonorChoices = {
  /** Approved pledges of donations, with what no donor was written down for yet. */
  pledges: { id: string; number: string; sourceName: string; amount: Cents; left: Cents }[];
  organisations: { id: string; name: string }[];
};
