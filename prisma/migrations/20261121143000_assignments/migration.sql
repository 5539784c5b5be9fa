-- A body can have work done without a plan of a resident: an assignment that says itself what is to be done, by when, and
-- why this organisation does it.
alter table decision
  add column task text,
  add column recipient_reason text,
  add column begins_on date,
  add column ends_on date;

alter table decision
  add constraint decision_assignment_described check (
    case when initiative_id is null and instrument is not distinct from 'assignment'
      then char_length(btrim(title)) > 0 and char_length(btrim(coalesce(task, ''))) > 0
        and char_length(btrim(coalesce(recipient_reason, ''))) > 0 and num_nonnulls(begins_on, ends_on) = 2
      else num_nonnulls(task, recipient_reason, begins_on, ends_on) = 0 end),
  add constraint decision_assignment_period check (begins_on <= ends_on);

-- What is given under a line of action is of the body that has that line, and not from money meant for another.
create function decision_actielijn_fits() returns trigger language plpgsql as $$
begin
  if new.origin = 'product' and new.actielijn_id is not null then
    if not exists (select 1 from actielijn where id = new.actielijn_id and body_id = new.body_id) then
      perform refuse('decision_actielijn_of_body', 'the line of action belongs to another body');
    end if;
    if exists (select 1 from fund where id = new.fund_id and actielijn_id <> new.actielijn_id) then
      perform refuse('decision_fund_of_actielijn', 'the money is meant for another line of action');
    end if;
  end if;
  return new;
end $$;
create trigger decision_actielijn_fits before insert or update on decision
  for each row execute function decision_actielijn_fits();

-- What somebody typed so far of an assignment. Its id becomes that of the decision; beside a decision with that id it
-- holds changes that were not laid before the confirmer yet.
create table assignment_draft (
  id uuid not null constraint assignment_draft_pkey primary key,
  person_id uuid not null constraint assignment_draft_person_id_fkey references person (id) on delete cascade on update cascade,
  body_id uuid not null constraint assignment_draft_body_id_fkey references body (id) on delete cascade on update cascade,
  organisation_id uuid not null constraint assignment_draft_organisation_id_fkey references organisation (id) on delete cascade on update cascade,
  fields jsonb not null,
  saved_at timestamptz not null
);
create index assignment_draft_person_id_idx on assignment_draft (person_id);
