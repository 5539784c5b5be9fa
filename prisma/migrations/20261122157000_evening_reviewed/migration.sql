-- ───────────────────────────── who cancels gets up ─────────────────────────────

/* Where people sit at tables already, the worker looks what the least change would be, a few seconds later, so that ten who
   come in together are one change. */
create function gathering_look_at_tables(the_gathering uuid) returns void language plpgsql as $$
begin
  if exists (select from gathering_round where gathering_id = the_gathering and proposal = 'ready' and state <> 'done'
      and kind in ('pairs', 'groups')) and to_regclass('graphile_worker.jobs') is not null then
    perform graphile_worker.add_job('mend-rounds', payload := json_build_object('gatheringId', the_gathering),
      job_key := 'mend-rounds:' || the_gathering, run_at := now() + interval '3 seconds', max_attempts := 12);
  end if;
end $$;

create or replace function gathering_arrival_counts() returns trigger language plpgsql as $$
begin
  if new.arrived_at is not null then
    insert into gathering_card (gathering_id, portfolio_id)
      select new.gathering_id, p.portfolio_id from gathering_registration_portfolio p
        join gathering g on g.id = new.gathering_id and g.form = 'rounds'
        where p.registration_id = new.id and p.why = 'comes-for'
      on conflict do nothing;
  end if;
  perform gathering_look_at_tables(new.gathering_id);
  return null;
end $$;

/* Who does not come after all sits nowhere that is used still: their name goes from the screens at once, and who sat with them
   is looked after. Where they sat in a round that was held stays. The rounds are held first, in one order, so that who moves
   them to a table at the same instant is either seen here or sees it. */
create function gathering_gets_up() returns trigger language plpgsql as $$
declare the_rounds uuid[];
begin
  if exists (select from gathering where id = new.gathering_id and state in ('closed', 'cancelled')) then return null; end if;
  if new.state <> 'confirmed' then
    perform from gathering_round where gathering_id = new.gathering_id and state <> 'done' and kind in ('pairs', 'groups')
      order by id for no key update;
    with gone as (
      delete from gathering_seat s using gathering_round r
        where r.id = s.round_id and r.state <> 'done' and s.registration_id = new.id
        returning s.round_id)
    select array_agg(round_id) into the_rounds from gone;
    update gathering_round set revision = revision + 1, mending = null where id = any (the_rounds);
  end if;
  perform gathering_look_at_tables(new.gathering_id);
  return null;
end $$;
create trigger gathering_gets_up after update of state on gathering_registration
  for each row when ((old.state = 'confirmed' and new.state <> 'confirmed')
    or (new.state = 'confirmed' and old.state <> 'confirmed' and new.arrived_at is not null))
  execute function gathering_gets_up();

/* Who cancelled has no page any more on which they take their name away, so it goes with their place. */
create or replace view gathering_public_promise as
  select p.id, p.gathering_id,
      case when p.is_named and (p.registration_id is null or (r.state = 'confirmed' and r.erased_at is null))
        then p.promiser else '' end as promiser,
      p.portfolio_id, p.what, p.due_on, p.state
    from gathering_promise p left join gathering_registration r on r.id = p.registration_id;

-- ───────────────────────────── an evening that is over ─────────────────────────────

/* What was open when the evening ended, ended with it. */
create function gathering_rounds_end() returns trigger language plpgsql as $$
begin
  update gathering_round set state = 'done', done_at = coalesce(new.closed_at, new.cancelled_at, now()), mending = null,
      revision = revision + 1
    where gathering_id = new.id and state = 'open';
  return null;
end $$;
create trigger gathering_rounds_end after update of state on gathering
  for each row when (new.state <> old.state and new.state in ('closed', 'cancelled')) execute function gathering_rounds_end();

update gathering_round r set state = 'done', done_at = coalesce(g.closed_at, g.cancelled_at, now()), mending = null,
    revision = r.revision + 1
  from gathering g where g.id = r.gathering_id and g.state in ('closed', 'cancelled') and r.state = 'open';

/* One after the other for each round, so that of two who are kept apart not both come to a table at the same instant. */
create or replace function gathering_seat_fits() returns trigger language plpgsql as $$
declare the_round gathering_round;
begin
  select * into the_round from gathering_round
    where id = case when tg_op = 'DELETE' then old.round_id else new.round_id end for no key update;
  if the_round.state = 'done' or exists (
      select from gathering where id = the_round.gathering_id and state in ('closed', 'cancelled')) then
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

-- ───────────────────────────── names that came on paper ─────────────────────────────

/* A name under a note that was typed over is of nobody on the list, so it goes with nobody's registration. */
do $$
begin
  execute format('create or replace view retention_row as
    select kind, key, key2, since from (%s) known
    union all
    select ''gathering-note-names'', n.id, null::uuid, amsterdam_day(g.ends_at)
      from gathering_note n join gathering g on g.id = n.gathering_id
      where n.registration_id is null and n.byline <> ''''',
    rtrim(pg_get_viewdef('retention_row'::regclass), ';'));
  execute replace(pg_get_functiondef('shortest_retention(text)'::regprocedure), 'when ''receipts'' then',
    'when ''gathering-note-names'' then interval ''1 month'' when ''receipts'' then');
  execute replace(pg_get_functiondef('remove_past_retention(text, int)'::regprocedure), 'when ''receipts'' then',
    'when ''gathering-note-names'' then
       update gathering_note set byline = '''', revision = revision + 1 where id = any (keys);
     when ''receipts'' then');
end $$;

insert into retention_period (id, kind, amount, unit, starts_on, reason, added_at) values
  (gen_random_uuid(), 'gathering-note-names', 6, 'month', '2021-01-01',
   'Zo lang kan iemand bij een briefje nog vragen wie het bedoelde.', now());
