/**
 * What the database says of actions, as refusals of commands. Whoever calls `createAction` and its like in a transaction of
 * their own passes these on.
 */
export const actionRefusals = {
  action_closed: 'action-closed',
  action_revision: 'changed-meanwhile',
  action_fixed: 'action-fixed',
  action_owner_public: 'owner-missing',
  action_due: 'due-missing',
  action_texts: 'action-texts',
  action_update_text: 'reason-missing',
  action_body_id_fkey: 'body-unknown',
  action_owner_person_id_fkey: 'owner-unknown',
  action_owner_organisation_id_fkey: 'organisation-unknown',
  action_decision_id_fkey: 'decision-unknown',
  action_meeting_id_minutes_line_key: 'line-has-action',
  action_handed_on: 'body-unknown',
} as const;

/** What the database says of what was promised to the council, the district committee or residents. */
export const undertakingRefusals = {
  undertaking_fixed: 'undertaking-fixed',
  undertaking_revision: 'changed-meanwhile',
  undertaking_term: 'term-before',
  undertaking_said_on: 'said-ahead',
  undertaking_two_persons: 'own-answer',
  undertaking_answer_one_waiting: 'answer-waiting',
  undertaking_answered: 'changed-meanwhile',
  undertaking_kept_already: 'kept-already',
  undertaking_proof_needed: 'proof-missing',
  undertaking_proof_decision: 'decision-unknown',
  undertaking_answer_proof_decision_id_fkey: 'decision-unknown',
  undertaking_body_id_fkey: 'body-unknown',
} as const;
