/** What the database says of a gathering and of who registers, as refusals of commands. */
export const gatheringRefusals = {
  gathering_moves: 'changed-meanwhile',
  gathering_over: 'gathering-over',
  gathering_fixed: 'gathering-fixed',
  gathering_capacity_taken: 'capacity-taken',
  gathering_area_of_year: 'area-of-year',
  gathering_slug_key: 'changed-meanwhile',
} as const;

/** What the database says of notes on the wall. */
export const noteRefusals = {
  gathering_wall_closed: 'wall-closed',
  gathering_note_from: 'not-taking-part',
  gathering_note_pile: 'pile-unknown',
  gathering_note_pkey: 'form-key-invalid',
  gathering_note_cluster_id_fkey: 'pile-unknown',
  gathering_cluster_pkey: 'form-key-invalid',
  gathering_note_portfolio_active: 'portfolio-unknown',
} as const;

export const areaRefusals = {
  gathering_area_year_slug_key: 'area-name-taken',
  gathering_area_buurt_pkey: 'changed-meanwhile',
  gathering_area_of_buurten: 'buurt-unknown',
  gathering_gathering_area_id_fkey: 'area-in-use',
} as const;

export const registrationRefusals = {
  gathering_not_open: 'gathering-not-open',
  gathering_full: 'gathering-full',
  gathering_queue_order: 'gathering-full',
  gathering_registration_one_account: 'already-registered',
  gathering_registration_one_address: 'already-registered',
} as const;

export const roundRefusals = {
  gathering_round_moves: 'changed-meanwhile',
  gathering_round_one_open: 'other-round-open',
  gathering_round_begun: 'gathering-not-begun',
  gathering_round_held: 'round-held',
  gathering_round_done: 'round-done',
  gathering_round_gathering_id_position_key: 'changed-meanwhile',
} as const;

export const seatRefusals = {
  gathering_round_done: 'round-done',
  gathering_seat_in_room: 'not-in-room',
  gathering_seat_apart: 'seat-apart',
  gathering_apart_here: 'registration-unknown',
  gathering_apart_together: 'changed-meanwhile',
  gathering_table_number: 'table-unknown',
} as const;

export const boardRefusals = {
  gathering_cluster_of_gathering: 'cluster-unknown',
  gathering_cluster_gathering_id_holds_position_key: 'changed-meanwhile',
} as const;

export const workshopRefusals = {
  gathering_workshop_full: 'workshop-full',
  gathering_workshop_over: 'gathering-over',
  gathering_workshop_of_who_comes: 'not-registered',
  gathering_workshop_capacity_taken: 'places-taken',
  gathering_workshop_fixed: 'turn-fixed',
} as const;

/** What somebody says during the evening: a design question, a promise. */
export const saidRefusals = {
  gathering_not_begun: 'not-begun',
  gathering_elsewhere: 'form-key-invalid',
  gathering_promise_due: 'due-outside',
  gathering_named_was_there: 'was-not-there',
} as const;

export const agendaRefusals = {
  gathering_not_begun: 'not-begun',
  gathering_elsewhere: 'question-unknown',
  gathering_agenda_item_body: 'body-unknown',
  gathering_agenda_item_once: 'already-answered',
  gathering_agenda_item_by_another: 'own-request',
} as const;
