-- AlterTable
ALTER TABLE "gathering_round" ADD COLUMN     "mending" JSONB;

-- CreateTable
CREATE TABLE "gathering_cluster_choice" (
    "registration_id" UUID NOT NULL,
    "cluster_id" UUID NOT NULL,

    CONSTRAINT "gathering_cluster_choice_pkey" PRIMARY KEY ("registration_id")
);

-- CreateIndex
CREATE INDEX "gathering_cluster_choice_cluster_id_idx" ON "gathering_cluster_choice"("cluster_id");

-- AddForeignKey
ALTER TABLE "gathering_cluster_choice" ADD CONSTRAINT "gathering_cluster_choice_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "gathering_registration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_cluster_choice" ADD CONSTRAINT "gathering_cluster_choice_cluster_id_fkey" FOREIGN KEY ("cluster_id") REFERENCES "gathering_cluster"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ───────────────────────────── a round goes its way ─────────────────────────────

/* planned → open → done; one step back undoes a button that was pressed by mistake. */
create function gathering_round_moves() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'planned' then perform refuse('gathering_round_moves', 'a round begins as planned'); end if;
    return new;
  elsif tg_op = 'DELETE' then
    if old.state <> 'planned' then perform refuse('gathering_round_held', 'what was held stays'); end if;
    return old;
  end if;
  if (new.id, new.gathering_id, new.kind) is distinct from (old.id, old.gathering_id, old.kind) then
    perform refuse('gathering_round_fixed', 'a round stays of its kind');
  end if;
  if new.state <> old.state then
    if (old.state, new.state) not in (('planned', 'open'), ('open', 'done'), ('open', 'planned'), ('done', 'open')) then
      perform refuse('gathering_round_moves', 'a round is planned, open, done, in that order');
    end if;
    if new.state = 'open' and not exists (select from gathering where id = new.gathering_id and state = 'begun') then
      perform refuse('gathering_round_begun', 'rounds are held while the gathering is going on');
    end if;
  elsif old.state = 'done' and to_jsonb(new) - 'position' <> to_jsonb(old) - 'position' then
    perform refuse('gathering_round_done', 'what was held stays as it was');
  end if;
  return new;
end $$;
create trigger gathering_round_moves before insert or update or delete on gathering_round
  for each row execute function gathering_round_moves();

-- ───────────────────────────── who may sit where ─────────────────────────────

/* Portfolios that somebody stands for: those they come for, and those they keep, so that a block is not evaded by coming
   for another one. */
create view gathering_stands_for as
  select registration_id, portfolio_id from gathering_registration_portfolio where why = 'comes-for'
  union
  select r.id, k.portfolio_id from gathering_registration r join portfolio_keeps k on k.person_id = r.person_id;

/* Two of one gathering of whom one does not want to hear from the other on the marketplace (`running_block`), in whichever
   direction. Who of the two it was is nobody's business at the gathering. */
create view gathering_blocked_two as
  with maker as (
    select s.registration_id, k.portfolio, k.person
      from running_block k join gathering_stands_for s on s.portfolio_id = k.by_portfolio
    union all
    select r.id, k.portfolio, k.person from running_block k join gathering_registration r on r.person_id = k.by_person),
  two as (
    select m.registration_id as one, s.registration_id as other
      from maker m join gathering_stands_for s on s.portfolio_id = m.portfolio
    union all
    select m.registration_id, r.id from maker m join gathering_registration r on r.person_id = m.person)
  select distinct a.gathering_id, least(a.id, b.id) as low_id, greatest(a.id, b.id) as high_id
    from two
    join gathering_registration a on a.id = two.one
    join gathering_registration b on b.id = two.other and b.gathering_id = a.gathering_id and b.id <> a.id;

create function gathering_kept_apart(one uuid, other uuid) returns boolean language sql stable as $$
  select exists (select from gathering_apart where low_id = least(one, other) and high_id = greatest(one, other))
    or exists (select from gathering_blocked_two where low_id = least(one, other) and high_id = greatest(one, other))
$$;

/* One after the other for each round, so that of two who are kept apart not both come to a table at the same instant. */
create function gathering_seat_fits() returns trigger language plpgsql as $$
declare the_round gathering_round;
begin
  select * into the_round from gathering_round
    where id = case when tg_op = 'DELETE' then old.round_id else new.round_id end for no key update;
  if the_round.state = 'done' then
    perform refuse('gathering_round_done', 'in a round that is done nobody changes seats');
  end if;
  if tg_op = 'DELETE' then return old; end if;
  if tg_op = 'UPDATE' and (new.round_id, new.registration_id) <> (old.round_id, old.registration_id) then
    perform refuse('gathering_seat_fixed', 'a seat is of one person in one round');
  end if;
  if tg_op = 'UPDATE' and new.table_id = old.table_id then return new; end if;
  if not exists (select from gathering_registration r where r.id = new.registration_id
      and r.gathering_id = the_round.gathering_id and r.state = 'confirmed' and r.arrived_at is not null) then
    perform refuse('gathering_seat_in_room', 'who sits at a table is in');
  end if;
  return new;
end $$;
create trigger gathering_seat_fits before insert or update or delete on gathering_seat
  for each row execute function gathering_seat_fits();

/* Asked once for all seats that are written together: who blocked whom is a question about the whole room. */
create function gathering_seats_apart() returns trigger language plpgsql as $$
declare the_gathering uuid;
begin
  for the_gathering in select distinct r.gathering_id from seated n join gathering_round r on r.id = n.round_id loop
    if exists (select from gathering_apart a
        join gathering_seat s on s.registration_id = a.low_id
        join gathering_seat t on t.registration_id = a.high_id and t.table_id = s.table_id
        where a.gathering_id = the_gathering and s.table_id in (select table_id from seated))
      or exists (select from gathering_blocked_two b
        join gathering_seat s on s.registration_id = b.low_id
        join gathering_seat t on t.registration_id = b.high_id and t.table_id = s.table_id
        where b.gathering_id = the_gathering and s.table_id in (select table_id from seated)) then
      perform refuse('gathering_seat_apart', 'two who are kept apart are not at one table');
    end if;
  end loop;
  return null;
end $$;
create trigger gathering_seats_apart after insert on gathering_seat
  referencing new table as seated for each statement execute function gathering_seats_apart();
create trigger gathering_seats_moved_apart after update on gathering_seat
  referencing new table as seated for each statement execute function gathering_seats_apart();

create function gathering_table_fits() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if exists (select from gathering_round where id = old.round_id and state = 'done') then
      perform refuse('gathering_round_done', 'the tables of a round that is done stay');
    end if;
    return old;
  end if;
  -- a cluster that is removed leaves its tables without a subject, also when the round is done
  if (tg_op = 'INSERT' or (new.round_id, new.number) <> (old.round_id, old.number))
      and exists (select from gathering_round where id = new.round_id and state = 'done') then
    perform refuse('gathering_round_done', 'the tables of a round that is done stay');
  end if;
  if new.cluster_id is not null and not exists (select from gathering_cluster c join gathering_round r on r.id = new.round_id
      where c.id = new.cluster_id and c.gathering_id = r.gathering_id and c.holds = 'portfolios') then
    perform refuse('gathering_cluster_of_gathering', 'a table has a cluster of its own gathering');
  end if;
  return new;
end $$;
create trigger gathering_table_fits before insert or update or delete on gathering_table
  for each row execute function gathering_table_fits();

create function gathering_apart_fits() returns trigger language plpgsql as $$
begin
  if (select count(*) from gathering_registration
      where id in (new.low_id, new.high_id) and gathering_id = new.gathering_id) <> 2 then
    perform refuse('gathering_apart_here', 'both are of this gathering');
  end if;
  perform from gathering_round where gathering_id = new.gathering_id and state <> 'done' order by id for no key update;
  if exists (select from gathering_seat a join gathering_seat b on b.table_id = a.table_id
      join gathering_round r on r.id = a.round_id
      where a.registration_id = new.low_id and b.registration_id = new.high_id and r.state <> 'done') then
    perform refuse('gathering_apart_together', 'they sit at one table');
  end if;
  return new;
end $$;
create trigger gathering_apart_fits before insert or update on gathering_apart
  for each row execute function gathering_apart_fits();

-- ───────────────────────────── cards ─────────────────────────────

create function gathering_card_fits() returns trigger language plpgsql as $$
begin
  if new.cluster_id is not null and not exists (select from gathering_cluster c
      where c.id = new.cluster_id and c.gathering_id = new.gathering_id and c.holds = 'portfolios') then
    perform refuse('gathering_cluster_of_gathering', 'a card is in a cluster of its own gathering');
  end if;
  return new;
end $$;
create trigger gathering_card_fits before insert or update on gathering_card
  for each row execute function gathering_card_fits();

create function gathering_cluster_choice_fits() returns trigger language plpgsql as $$
begin
  if not exists (select from gathering_cluster c join gathering_registration r on r.gathering_id = c.gathering_id
      where c.id = new.cluster_id and r.id = new.registration_id and c.holds = 'portfolios') then
    perform refuse('gathering_cluster_of_gathering', 'somebody chooses a cluster of their own gathering');
  end if;
  return new;
end $$;
create trigger gathering_cluster_choice_fits before insert or update on gathering_cluster_choice
  for each row execute function gathering_cluster_choice_fits();

/* Who comes in brings the cards of what they come for. And where people sit at tables already, the worker looks what the least
   change would be, a few seconds later, so that ten who come in together are one change. */
create function gathering_arrival_counts() returns trigger language plpgsql as $$
begin
  if new.arrived_at is not null then
    insert into gathering_card (gathering_id, portfolio_id)
      select new.gathering_id, p.portfolio_id from gathering_registration_portfolio p
        join gathering g on g.id = new.gathering_id and g.form = 'rounds'
        where p.registration_id = new.id and p.why = 'comes-for'
      on conflict do nothing;
  end if;
  if exists (select from gathering_round where gathering_id = new.gathering_id and proposal = 'ready' and state <> 'done'
      and kind in ('pairs', 'groups')) and to_regclass('graphile_worker.jobs') is not null then
    perform graphile_worker.add_job('mend-rounds', payload := json_build_object('gatheringId', new.gathering_id),
      job_key := 'mend-rounds:' || new.gathering_id, run_at := now() + interval '3 seconds', max_attempts := 12);
  end if;
  return null;
end $$;
create trigger gathering_arrival_counts after update of arrived_at on gathering_registration
  for each row when ((new.arrived_at is null) <> (old.arrived_at is null)) execute function gathering_arrival_counts();

-- ───────────────────────────── going on together ─────────────────────────────

create function gathering_go_on_fits() returns trigger language plpgsql as $$
begin
  if not exists (select from gathering_seat a join gathering_seat b on b.table_id = a.table_id
      join gathering_round r on r.id = a.round_id
      where a.round_id = new.round_id and a.registration_id = new.from_id and b.registration_id = new.to_id
        and r.state <> 'planned') then
    perform refuse('gathering_go_on_together', 'who goes on with each other sat together');
  end if;
  return new;
end $$;
create trigger gathering_go_on_fits before insert or update on gathering_go_on
  for each row execute function gathering_go_on_fits();

/* Who is erased leaves no wishes behind. Where they sat stays, as a number without a name. */
create function gathering_registration_erased() returns trigger language plpgsql as $$
begin
  delete from gathering_go_on where from_id = new.id or to_id = new.id;
  delete from gathering_apart where low_id = new.id or high_id = new.id;
  delete from gathering_cluster_choice where registration_id = new.id;
  return null;
end $$;
create trigger gathering_registration_erased after update of erased_at on gathering_registration
  for each row when (new.erased_at is not null and old.erased_at is null) execute function gathering_registration_erased();
