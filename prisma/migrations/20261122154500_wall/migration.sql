-- AlterTable
ALTER TABLE "gathering_note" ADD COLUMN     "hidden_at" TIMESTAMPTZ,
ADD COLUMN     "hidden_reason" TEXT NOT NULL DEFAULT '';

-- ───────────────────────────── the wall ─────────────────────────────

alter table gathering_note
  drop constraint gathering_note_text,
  drop constraint gathering_note_state,
  add constraint gathering_note_state check (state in ('shown', 'hidden', 'withdrawn')),
  add constraint gathering_note_text check (
    char_length(byline) <= 60 and case state when 'withdrawn' then text = '' and byline = ''
      else char_length(btrim(text)) between 2 and 400 end),
  add constraint gathering_note_hidden check (
    (state = 'hidden') = (hidden_at is not null) and (state = 'hidden') = (char_length(btrim(hidden_reason)) >= 3)
    and char_length(hidden_reason) <= 300 and (hidden_by_id is null or state = 'hidden'));

/* A note is of somebody who takes part, or typed over by who helps; what it says stays, until its writer takes it away. */
create function gathering_note_fits() returns trigger language plpgsql as $$
declare the_state text;
begin
  if tg_op = 'UPDATE' then
    if (new.id, new.gathering_id, new.kind, new.written_at) is distinct from (old.id, old.gathering_id, old.kind, old.written_at)
       or (new.registration_id is not null and new.registration_id is distinct from old.registration_id)
       or (new.typed_by_id is not null and new.typed_by_id is distinct from old.typed_by_id)
       or (new.text <> old.text and new.state <> 'withdrawn') or (new.byline <> old.byline and new.byline <> '')
       or (old.state = 'withdrawn' and new.state <> 'withdrawn') then
      perform refuse('gathering_note_fixed', 'a note stays as it was written');
    end if;
  else
    if (new.registration_id is null) = (new.typed_by_id is null) then
      perform refuse('gathering_note_from', 'a note comes from who takes part or from who types it over');
    end if;
    -- who closes the gathering waits for notes under way, and no note comes after
    select state into the_state from gathering where id = new.gathering_id for share;
    if the_state is null or the_state in ('concept', 'cancelled') or (the_state = 'closed' and new.typed_by_id is null)
       or exists (select from gathering_report where gathering_id = new.gathering_id and published_at is not null) then
      perform refuse('gathering_wall_closed', 'the wall is closed');
    end if;
    if new.registration_id is not null and not exists (
        select from gathering_registration where id = new.registration_id and gathering_id = new.gathering_id
          and state = 'confirmed' and erased_at is null) then
      perform refuse('gathering_note_from', 'who writes takes part in this gathering');
    end if;
  end if;
  if new.cluster_id is not null and (tg_op = 'INSERT' or new.cluster_id is distinct from old.cluster_id) and not exists (
      select from gathering_cluster where id = new.cluster_id and gathering_id = new.gathering_id and holds = 'notes') then
    perform refuse('gathering_note_pile', 'a pile of the same wall');
  end if;
  return new;
end $$;
create trigger gathering_note_fits before insert or update on gathering_note for each row execute function gathering_note_fits();

create function gathering_note_portfolio_fits() returns trigger language plpgsql as $$
begin
  if not exists (select from portfolio_face where id = new.portfolio_id and active) then
    perform refuse('gathering_note_portfolio_active', 'a note goes with a portfolio that is open');
  end if;
  return new;
end $$;
create trigger gathering_note_portfolio_fits before insert on gathering_note_portfolio
  for each row execute function gathering_note_portfolio_fits();

/* What somebody wrote stays on the wall; who they were goes from it with their registration. */
do $$
begin
  execute replace(pg_get_functiondef('erase_gathering_registrations(uuid[])'::regprocedure),
    'delete from gathering_interest',
    'update gathering_note set byline = '''', registration_id = null where registration_id = any (the_ids);
  delete from gathering_interest');
end $$;
