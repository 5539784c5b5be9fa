-- Scoring: what a round holds on to, plans that leave a round, and drafts of reviews.

-- What the fund could still give when the round closed, so that the ranking reads the same later on.
alter table round add column available_cents bigint;

-- What the initiative asked in the version that is scored; and how it left the round, if it did. Its reviews stay.
alter table round_entry
  add column requested_cents bigint not null default 0,
  add column left_kind text,
  add column left_reason text,
  add column left_at timestamptz,
  add constraint round_entry_left check (
    (left_kind is null and left_reason is null and left_at is null)
    or (left_kind in ('taken-out', 'withdrawn') and left_at is not null
        and (left_kind = 'withdrawn' or char_length(btrim(left_reason)) > 0)));

-- With which interest a reviewer stayed out, kept when the round closes: a membership that ends later does not undo it.
alter table review_assignment add column recused_as text;

-- What a reviewer typed and did not hand in yet, as it was typed. Only that reviewer sees it.
alter table review add column draft jsonb;

-- Optimistic concurrency for criteria that are still being written.
alter table criteria_version add column revision integer not null default 1;

-- The timeline knows that a plan left a round without a decision.
alter table initiative_event
  drop constraint initiative_event_kind,
  add constraint initiative_event_kind check (kind in
    ('from-paper', 'submitted', 'question-asked', 'question-answered', 'revised', 'accepted', 'referred', 'referred-outside',
     'entered-round', 'left-round', 'round-closed', 'decided', 'withdrawn'));

-- A plan that left the round is not scored any more.
create function entry_still_in_round() returns trigger language plpgsql as $$
begin
  if new.state <> 'set-aside' and exists (
    select 1 from review_assignment a join round_entry e on e.id = a.round_entry_id
      where a.id = new.assignment_id and e.left_at is not null) then
    perform refuse('entry_left_round', 'this plan is no longer in the round');
  end if;
  return new;
end $$;
create trigger entry_still_in_round before insert or update on review
  for each row execute function entry_still_in_round();
