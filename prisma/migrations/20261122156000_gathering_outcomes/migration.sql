-- AlterTable
ALTER TABLE "gathering_registration" ADD COLUMN     "outcome_mails" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "gathering_question" ADD COLUMN     "hidden_by_id" UUID,
ADD COLUMN     "hidden_reason" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "gathering_promise" ADD COLUMN     "answer_text" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "gathering_report" ADD COLUMN     "numbers" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "gathering_omission" (
    "gathering_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,

    CONSTRAINT "gathering_omission_pkey" PRIMARY KEY ("gathering_id","kind","subject_id")
);

-- CreateTable
CREATE TABLE "gathering_match" (
    "gathering_id" UUID NOT NULL,
    "match_id" UUID NOT NULL,

    CONSTRAINT "gathering_match_pkey" PRIMARY KEY ("gathering_id","match_id")
);

-- CreateIndex
CREATE INDEX "gathering_match_match_id_idx" ON "gathering_match"("match_id");

-- AddForeignKey
ALTER TABLE "gathering_question" ADD CONSTRAINT "gathering_question_hidden_by_id_fkey" FOREIGN KEY ("hidden_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_omission" ADD CONSTRAINT "gathering_omission_gathering_id_fkey" FOREIGN KEY ("gathering_id") REFERENCES "gathering_report"("gathering_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_match" ADD CONSTRAINT "gathering_match_gathering_id_fkey" FOREIGN KEY ("gathering_id") REFERENCES "gathering"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_match" ADD CONSTRAINT "gathering_match_match_id_fkey" FOREIGN KEY ("match_id") REFERENCES "portfolio_match"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ═════════════════════════════ workshops ═════════════════════════════

-- Places are taken in a turn, so a workshop keeps its turn; and nobody loses a place because a room got smaller.
create function gathering_workshop_keeps() returns trigger language plpgsql as $$
begin
  if (new.id, new.gathering_id, new.turn) is distinct from (old.id, old.gathering_id, old.turn) then
    perform refuse('gathering_workshop_fixed', 'a workshop stays in its turn');
  end if;
  if new.capacity < old.capacity and new.capacity <
     (select count(*) from gathering_workshop_place where workshop_id = old.id) then
    perform refuse('gathering_workshop_capacity_taken', 'more places are taken');
  end if;
  return new;
end $$;
create trigger gathering_workshop_keeps before update on gathering_workshop
  for each row execute function gathering_workshop_keeps();

/* One at a time for each workshop, so that fifty at the same instant get as many places as there are. Only who comes to this
   gathering has a place, and only until it is over. */
create function gathering_workshop_place_counts() returns trigger language plpgsql as $$
declare
  the_workshop record;
begin
  select * into the_workshop from gathering_workshop where id = new.workshop_id for no key update;
  if not exists (select from gathering_registration r where r.id = new.registration_id
      and r.gathering_id = the_workshop.gathering_id and r.state = 'confirmed' and r.erased_at is null) then
    perform refuse('gathering_workshop_of_who_comes', 'who takes a place comes to the gathering');
  end if;
  if not exists (select from gathering where id = the_workshop.gathering_id and state in ('announced', 'begun')) then
    perform refuse('gathering_workshop_over', 'the gathering is over');
  end if;
  if (select count(*) from gathering_workshop_place p
      where p.workshop_id = new.workshop_id and p.registration_id <> new.registration_id) >= the_workshop.capacity then
    perform refuse('gathering_workshop_full', 'every place is taken');
  end if;
  return new;
end $$;
create trigger gathering_workshop_place_counts before insert or update on gathering_workshop_place
  for each row execute function gathering_workshop_place_counts();

-- Who does not come after all gives back the places in workshops too.
create function gathering_places_back() returns trigger language plpgsql as $$
begin
  delete from gathering_workshop_place where registration_id = new.id;
  return null;
end $$;
create trigger gathering_places_back after update of state on gathering_registration
  for each row when (new.state <> old.state and new.state <> 'confirmed') execute function gathering_places_back();

-- ═════════════════════════════ design questions and promises ═════════════════════════════

alter table gathering_question
  add constraint gathering_question_hidden check (
    char_length(hidden_reason) <= 300 and (state = 'hidden') = (hidden_reason <> ''));

/* What hangs on a gathering hangs on people, tables and piles of the same gathering, and is not written before it began. */
create function gathering_question_here() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if (new.id, new.gathering_id, new.written_at) is distinct from (old.id, old.gathering_id, old.written_at)
       or (new.registration_id is not null and new.registration_id is distinct from old.registration_id) then
      perform refuse('gathering_question_fixed', 'a question stays of its gathering');
    end if;
  elsif not exists (select from gathering where id = new.gathering_id and state in ('begun', 'closed')) then
    perform refuse('gathering_not_begun', 'the gathering has not begun');
  end if;
  if (new.registration_id is not null and not exists (
        select from gathering_registration where id = new.registration_id and gathering_id = new.gathering_id))
     or (new.table_id is not null and not exists (
        select from gathering_table x join gathering_round r on r.id = x.round_id
          where x.id = new.table_id and r.gathering_id = new.gathering_id))
     or (new.cluster_id is not null and not exists (
        select from gathering_cluster where id = new.cluster_id and gathering_id = new.gathering_id)) then
    perform refuse('gathering_elsewhere', 'that is of another gathering');
  end if;
  return new;
end $$;
create trigger gathering_question_here before insert or update on gathering_question
  for each row execute function gathering_question_here();

alter table gathering_promise
  drop constraint gathering_promise_texts,
  add constraint gathering_promise_texts check (
    (promiser = '' or char_length(btrim(promiser)) between 2 and 80) and char_length(btrim(what)) between 3 and 300
    and char_length(answer_text) <= 1000),
  -- whose name is gone is not named
  add constraint gathering_promise_named check (promiser <> '' or not is_named),
  add constraint gathering_promise_due check (
    due_on >= amsterdam_day(written_at) and due_on <= amsterdam_day(written_at) + interval '2 years');

create function gathering_promise_here() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if (new.id, new.gathering_id, new.written_at) is distinct from (old.id, old.gathering_id, old.written_at)
       or (new.registration_id is not null and new.registration_id is distinct from old.registration_id) then
      perform refuse('gathering_promise_fixed', 'a promise stays whose it is');
    end if;
    if old.asked_at is not null and new.asked_at is distinct from old.asked_at then
      perform refuse('gathering_promise_asked_once', 'what became of a promise is asked once');
    end if;
  elsif new.promiser = '' then
    perform refuse('gathering_promise_texts', 'somebody promises');
  elsif not exists (select from gathering where id = new.gathering_id and state in ('begun', 'closed')) then
    perform refuse('gathering_not_begun', 'the gathering has not begun');
  end if;
  if new.registration_id is not null and not exists (
      select from gathering_registration where id = new.registration_id and gathering_id = new.gathering_id) then
    perform refuse('gathering_elsewhere', 'that is of another gathering');
  end if;
  return new;
end $$;
create trigger gathering_promise_here before insert or update on gathering_promise
  for each row execute function gathering_promise_here();

-- ═════════════════════════════ who is named ═════════════════════════════

-- Only who was there agrees to be named as somebody who was there.
create function gathering_named_was_there() returns trigger language plpgsql as $$
begin
  if not exists (select from gathering_registration
      where id = new.registration_id and arrived_at is not null and erased_at is null) then
    perform refuse('gathering_named_was_there', 'who is named was there');
  end if;
  return new;
end $$;
create trigger gathering_named_was_there before insert or update on gathering_named
  for each row execute function gathering_named_was_there();

/* The only way by which a name gets into a report: read at every view, so that who no longer agrees is gone at once. */
create view gathering_public_name as
  select r.gathering_id, n.registration_id, n.shown_as
    from gathering_named n join gathering_registration r on r.id = n.registration_id
    where r.arrived_at is not null and r.state = 'confirmed' and r.erased_at is null;

create view gathering_public_promise as
  select p.id, p.gathering_id, case when p.is_named then p.promiser else '' end as promiser,
      p.portfolio_id, p.what, p.due_on, p.state
    from gathering_promise p;

/* With the name of somebody who registered goes what could be led back to them: that they are named, who promised, and whose
   question it was. What was asked and promised stays, as it does in a report. */
create function gathering_registration_forgotten() returns trigger language plpgsql as $$
begin
  delete from gathering_named where registration_id = new.id;
  update gathering_promise set promiser = '', is_named = false, answer_text = '', registration_id = null where registration_id = new.id;
  update gathering_question set registration_id = null where registration_id = new.id;
  return null;
end $$;
create trigger gathering_registration_forgotten after update of erased_at on gathering_registration
  for each row when (new.erased_at is not null and old.erased_at is null) execute function gathering_registration_forgotten();

-- ═════════════════════════════ the report ═════════════════════════════

alter table gathering_omission
  add constraint gathering_omission_kind check (kind in ('question', 'promise', 'note', 'match'));

create function gathering_report_after() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.gathering_id <> old.gathering_id then
    perform refuse('gathering_report_fixed', 'a report stays of its gathering');
  end if;
  if new.published_at is not null and not exists (
      select from gathering where id = new.gathering_id and state = 'closed') then
    perform refuse('gathering_report_after', 'a report is published after the gathering');
  end if;
  return new;
end $$;
create trigger gathering_report_after before insert or update on gathering_report
  for each row execute function gathering_report_after();

/* A match of a gathering is of two who both said they want to go on, each for a portfolio that they came for or keep. At the
   end of the transaction, so that it does not matter which of the two was written first. */
create function gathering_match_found() returns trigger language plpgsql as $$
begin
  insert into gathering_match (gathering_id, match_id)
    select distinct rd.gathering_id, new.id
      from gathering_go_on one
      join gathering_go_on other on other.round_id = one.round_id and other.from_id = one.to_id and other.to_id = one.from_id
      join gathering_round rd on rd.id = one.round_id
      where gathering_stands_for(one.from_id, new.low_id) and gathering_stands_for(other.from_id, new.high_id)
    on conflict do nothing;
  return null;
end $$;
create function gathering_stands_for(the_registration uuid, the_portfolio uuid) returns boolean language sql stable as $$
  select exists (select from gathering_registration_portfolio
      where registration_id = the_registration and portfolio_id = the_portfolio and why = 'comes-for')
    or exists (select from gathering_registration r join portfolio_keeps k on k.person_id = r.person_id
      where r.id = the_registration and k.portfolio_id = the_portfolio)
$$;
create constraint trigger gathering_match_found after insert on portfolio_match
  deferrable initially deferred for each row when (new.origin = 'gathering') execute function gathering_match_found();

-- ═════════════════════════════ put forward to a body ═════════════════════════════

alter table gathering_agenda_item
  add constraint gathering_agenda_item_by_another check (answered_by_id <> put_forward_by_id);

create function gathering_agenda_item_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if not exists (select from gathering where id = new.gathering_id and state in ('begun', 'closed')) then
      perform refuse('gathering_not_begun', 'the gathering has not begun');
    end if;
    if not exists (select from body where id = new.body_id and kind in ('opgaveteam', 'alliantiebestuur')) then
      perform refuse('gathering_agenda_item_body', 'opgaveteams and the board have an agenda for it');
    end if;
    return new;
  end if;
  if (new.id, new.gathering_id, new.body_id, new.put_forward_at) is distinct from
     (old.id, old.gathering_id, old.body_id, old.put_forward_at) then
    perform refuse('gathering_agenda_item_fixed', 'an item stays of its gathering and body');
  end if;
  -- an account that is deleted goes out of it; nothing else changes after the answer
  if old.state <> 'asked' and (to_jsonb(new) - 'put_forward_by_id' - 'answered_by_id') is distinct from
     (to_jsonb(old) - 'put_forward_by_id' - 'answered_by_id') then
    perform refuse('gathering_agenda_item_once', 'it is answered once');
  end if;
  return new;
end $$;
create trigger gathering_agenda_item_once before insert or update on gathering_agenda_item
  for each row execute function gathering_agenda_item_once();

create function gathering_agenda_question_here() returns trigger language plpgsql as $$
begin
  if not exists (select from gathering_agenda_item i join gathering_question q on q.gathering_id = i.gathering_id
      where i.id = new.item_id and q.id = new.question_id and q.state = 'shown') then
    perform refuse('gathering_elsewhere', 'that is of another gathering');
  end if;
  return new;
end $$;
create trigger gathering_agenda_question_here before insert or update on gathering_agenda_question
  for each row execute function gathering_agenda_question_here();

-- ═════════════════════════════ how long it is kept ═════════════════════════════

/* Until when a registration has an address to mail to. */
create function gathering_registration_until(the_person uuid, the_end timestamptz) returns date language sql stable as $$
  select (amsterdam_day(the_end) + retention_of(
    case when the_person is null then 'gathering-registrations' else 'gathering-visits' end, amsterdam_day(now())))::date
$$;

/* Names under promises of who is not on the list; the others go with their registration. */
do $$
begin
  execute format('create or replace view retention_row as
    select kind, key, key2, since from (%s) known
    union all
    select ''gathering-promisers'', p.id, null::uuid, amsterdam_day(g.ends_at)
      from gathering_promise p join gathering g on g.id = p.gathering_id
      where p.registration_id is null and p.promiser <> ''''',
    rtrim(pg_get_viewdef('retention_row'::regclass), ';'));
  execute replace(pg_get_functiondef('shortest_retention(text)'::regprocedure), 'when ''receipts'' then',
    'when ''gathering-promisers'' then interval ''1 month'' when ''receipts'' then');
  execute replace(pg_get_functiondef('remove_past_retention(text, int)'::regprocedure), 'when ''receipts'' then',
    'when ''gathering-promisers'' then
       update gathering_promise set promiser = '''', is_named = false, answer_text = '''' where id = any (keys);
     when ''receipts'' then');
end $$;

insert into retention_period (id, kind, amount, unit, starts_on, reason, added_at) values
  (gen_random_uuid(), 'gathering-promisers', 6, 'month', '2021-01-01',
   'Zo lang kan iemand zeggen wat er van de belofte kwam.', now());
