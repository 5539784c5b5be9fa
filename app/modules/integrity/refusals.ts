/** Rules of the database that commands about interests can break. */
export const standingRefusals = {
  standing_interest_next: 'changed-meanwhile',
  standing_interest_end_now: 'end-past',
  standing_interest_organisation_id_fkey: 'organisation-unknown',
  interest_statement_nothing: 'not-nothing',
} as const;
