-- People who ask to act for an organisation, and who ended what.

alter table body_membership add column ended_by_id uuid, add column ended_at timestamptz;
alter table organisation_member add column confirmed_by_id uuid, add column ended_by_id uuid;

create table organisation_request (
  id uuid not null constraint organisation_request_pkey primary key,
  organisation_id uuid not null constraint organisation_request_organisation_id_fkey references organisation (id)
    on delete restrict on update cascade,
  person_id uuid not null constraint organisation_request_person_id_fkey references person (id)
    on delete restrict on update cascade,
  note text not null default '',
  requested_at timestamptz not null,
  state text not null,
  answered_at timestamptz,
  answered_by_id uuid,
  constraint organisation_request_state check (state in ('waiting', 'confirmed', 'refused', 'withdrawn')),
  constraint organisation_request_answered check ((state = 'waiting') = (answered_at is null)),
  -- nobody lets themselves in
  constraint organisation_request_two_persons check (state <> 'confirmed' or (answered_by_id is not null and answered_by_id <> person_id))
);
create index organisation_request_organisation_id_idx on organisation_request (organisation_id);
create index organisation_request_person_id_idx on organisation_request (person_id);
create unique index organisation_request_once on organisation_request (organisation_id, person_id) where state = 'waiting';

create unique index organisation_member_once on organisation_member (organisation_id, person_id) where ends_on is null;

-- A role or membership that is ended on its first day, or before it begins, was never held: its last day lies before its first.
alter table body_membership drop constraint body_membership_period,
  add constraint body_membership_period check (ends_on is null or ends_on >= begins_on - 1);
alter table organisation_member drop constraint organisation_member_period,
  add constraint organisation_member_period check (ends_on is null or ends_on >= begins_on - 1);
