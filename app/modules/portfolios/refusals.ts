import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import type { Unreachable } from './portfolio.ts';

type RoleRefusal = Exclude<PolicyRefusal, 'not-found'>;

export type PortfolioRefusal =
  | 'portfolio-unknown'
  | 'form-key-invalid'
  | 'changed-meanwhile'
  | 'name-missing'
  | 'area-unknown'
  | 'theme-unknown'
  | 'line-unknown'
  | 'line-from-version'
  | 'too-many-lines'
  | 'too-many-groups'
  | 'hidden-stays'
  | 'last-keeper'
  | 'keeper-unknown'
  | 'too-many-keepers'
  | 'too-many-invitations'
  | 'invitation-unknown'
  | 'invitation-over'
  | 'not-a-group'
  | 'claim-unknown'
  | 'claim-waits'
  | 'not-to-claim'
  | 'already-answered'
  | 'own-claim'
  | 'too-many-claims'
  | RoleRefusal;

export type MessageRefusal =
  | 'portfolio-unknown'
  | 'conversation-unknown'
  | 'form-key-invalid'
  | 'own-portfolio'
  | 'blocked'
  | 'asker-gone'
  | 'mine-hidden'
  | 'mine-closed'
  | 'too-many-conversations'
  | 'too-many-messages'
  | 'report-waits'
  | 'report-unknown'
  | 'already-answered'
  | 'nothing-to-hide'
  | 'own-report'
  | `to-${Unreachable}`
  | RoleRefusal;

export type ExerciseRefusal =
  | 'portfolio-unknown'
  | 'round-unknown'
  | 'round-over'
  | 'form-key-invalid'
  | 'chosen-unknown'
  | 'own-portfolio'
  | 'blocked'
  | 'not-on-the-market'
  | 'rounds-overlap'
  | 'match-unknown'
  | 'changed-meanwhile'
  | 'not-asked-yet'
  | RoleRefusal;

/** Named rules of the database as what to say about them. */
export const portfolioRules = {
  portfolio_last_keeper: 'last-keeper',
  portfolio_claim_of_plan: 'not-to-claim',
  portfolio_claim_one_waiting: 'claim-waits',
} as const;

export const messageRules = {
  message_of_its_side: 'conversation-unknown',
  message_nobody_there: 'asker-gone',
  message_to_reachable: 'to-closed',
  message_from_hidden: 'mine-hidden',
  message_not_blocked: 'blocked',
  message_report_one_waiting: 'report-waits',
  message_report_of_others: 'own-report',
} as const;

export const exerciseRules = {
  support_choice_in_round: 'round-over',
  support_choice_of_active: 'not-on-the-market',
  support_choice_not_blocked: 'blocked',
  support_choice_of_another: 'own-portfolio',
  support_round_one_at_a_time: 'rounds-overlap',
} as const;
