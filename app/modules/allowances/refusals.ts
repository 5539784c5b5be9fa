/** What the database says of an activity, as refusals of commands. */
export const activityRefusals = {
  activity_closed: 'activity-closed',
  activity_revision: 'changed-meanwhile',
  activity_holds_claims: 'claims-outside-period',
  activity_budget_claimed: 'budget-claimed',
  activity_norm_reason: 'norm-reason-missing',
  activity_ground: 'ground-unknown',
  activity_over_promise: 'over-promise',
  activity_slug_key: 'changed-meanwhile',
  activity_without_interest: 'interest',
} as const;

/** What the database says of a claim. */
export const claimRefusals = {
  activity_closed: 'activity-closed',
  claim_outside_period: 'outside-period',
  claim_ahead: 'day-ahead',
  claim_too_late: 'too-late',
  claim_of_volunteer: 'not-taking-part',
  claim_by_coordinator: 'role-needed',
  claim_no_expenses: 'no-expenses',
  claim_one_a_day: 'claimed-already',
  claim_day_full: 'day-full',
  claim_over_month: 'over-month',
  claim_over_year: 'over-year',
  claim_over_budget: 'over-budget',
  allowance_rule_missing: 'no-rule-that-day',
  claim_two_persons: 'same-person',
  claim_closed: 'answered-already',
  claim_receipt: 'receipt-missing',
  claim_without_interest: 'interest',
} as const;

export type ActivityRefusal = (typeof activityRefusals)[keyof typeof activityRefusals];
export type ClaimRefusal = (typeof claimRefusals)[keyof typeof claimRefusals] | 'hours-unpaid';
