/** Rules of the database by name, and the refusal that each becomes. */
export const meetingRefusals = {
  meeting_moves: 'changed-meanwhile',
  meeting_fixed: 'changed-meanwhile',
  meeting_cancelled: 'meeting-cancelled',
  meeting_agenda_once: 'already-published',
  meeting_has_minutes: 'has-minutes',
  meeting_agenda_by: 'agenda-after-meeting',
  meeting_times: 'times-wrong',
  meeting_slug_key: 'changed-meanwhile',
} as const;

export const agendaRefusals = {
  meeting_cancelled: 'meeting-cancelled',
  meeting_item_decision: 'decision-of-body',
  meeting_item_request: 'request-unknown',
  meeting_item_stays: 'changed-meanwhile',
  meeting_item_fixed: 'changed-meanwhile',
  meeting_item_request_id_key: 'already-placed',
  meeting_item_gathering_item_id_key: 'already-placed',
} as const;

export const requestRefusals = {
  ...agendaRefusals,
  meeting_request_body: 'body-unknown',
  meeting_request_once: 'already-answered',
  meeting_request_by_another: 'own-request',
  meeting_request_stands: 'changed-meanwhile',
} as const;

export const minutesRefusals = {
  minutes_of_what_was_held: 'not-begun',
  minutes_move: 'changed-meanwhile',
  minutes_meeting_id_key: 'changed-meanwhile',
  minutes_adopted_stay: 'already-adopted',
  minutes_adopted_in_next: 'adopted-in-next',
  minutes_decision_of_body: 'decision-of-body',
  minutes_version_follows: 'not-published',
  minutes_version_minutes_id_version_key: 'changed-meanwhile',
  minutes_publication_released: 'not-released',
  minutes_publication_nameless: 'name-left',
  minutes_publication_pkey: 'already-published',
} as const;
