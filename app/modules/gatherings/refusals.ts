/** What the database says of a gathering and of who registers, as refusals of commands. */
export const gatheringRefusals = {
  gathering_moves: 'changed-meanwhile',
  gathering_over: 'gathering-over',
  gathering_fixed: 'gathering-fixed',
  gathering_capacity_taken: 'capacity-taken',
  gathering_area_of_year: 'area-of-year',
  gathering_slug_key: 'changed-meanwhile',
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
