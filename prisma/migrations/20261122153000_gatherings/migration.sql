-- CreateTable
CREATE TABLE "gathering_area" (
    "id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "is_example" BOOLEAN NOT NULL DEFAULT false,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "changed_by_id" UUID,
    "changed_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "gathering_area_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gathering_area_buurt" (
    "year" INTEGER NOT NULL,
    "area_code" TEXT NOT NULL,
    "gathering_area_id" UUID NOT NULL,

    CONSTRAINT "gathering_area_buurt_pkey" PRIMARY KEY ("year","area_code")
);

-- CreateTable
CREATE TABLE "gathering" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "about" TEXT NOT NULL DEFAULT '',
    "gathering_area_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ NOT NULL,
    "ends_at" TIMESTAMPTZ NOT NULL,
    "venue_name" TEXT NOT NULL,
    "venue_address" TEXT NOT NULL,
    "capacity" INTEGER NOT NULL,
    "languages" TEXT[] DEFAULT ARRAY['nl']::TEXT[],
    "child_care" TEXT NOT NULL DEFAULT '',
    "accessibility" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'concept',
    "cancel_reason" TEXT NOT NULL DEFAULT '',
    "announced_at" TIMESTAMPTZ,
    "begun_at" TIMESTAMPTZ,
    "closed_at" TIMESTAMPTZ,
    "cancelled_at" TIMESTAMPTZ,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ NOT NULL,
    "changed_at" TIMESTAMPTZ NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "gathering_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gathering_host" (
    "gathering_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,

    CONSTRAINT "gathering_host_pkey" PRIMARY KEY ("gathering_id","organisation_id")
);

-- CreateTable
CREATE TABLE "gathering_crew" (
    "gathering_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "task" TEXT NOT NULL,
    "added_by_id" UUID,
    "added_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "gathering_crew_pkey" PRIMARY KEY ("gathering_id","person_id")
);

-- CreateTable
CREATE TABLE "gathering_registration" (
    "id" UUID NOT NULL,
    "gathering_id" UUID NOT NULL,
    "person_id" UUID,
    "email" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'nl',
    "comes_as" TEXT NOT NULL,
    "comes_from" TEXT NOT NULL DEFAULT '',
    "area_code" TEXT,
    "languages" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "children" INTEGER NOT NULL DEFAULT 0,
    "access_wish" TEXT NOT NULL DEFAULT '',
    "meet_wish" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL,
    "kept_until" TIMESTAMPTZ,
    "queue_number" INTEGER,
    "registered_at" TIMESTAMPTZ NOT NULL,
    "confirmed_at" TIMESTAMPTZ,
    "cancelled_at" TIMESTAMPTZ,
    "is_walk_in" BOOLEAN NOT NULL DEFAULT false,
    "token_hash" TEXT NOT NULL,
    "door_code" TEXT NOT NULL,
    "requester_hash" TEXT NOT NULL DEFAULT '',
    "link_sent_at" TIMESTAMPTZ,
    "reminded" INTEGER NOT NULL DEFAULT 0,
    "arrived_at" TIMESTAMPTZ,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "erased_at" TIMESTAMPTZ,

    CONSTRAINT "gathering_registration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gathering_interest" (
    "registration_id" UUID NOT NULL,
    "theme_slug" TEXT NOT NULL,

    CONSTRAINT "gathering_interest_pkey" PRIMARY KEY ("registration_id","theme_slug")
);

-- CreateTable
CREATE TABLE "gathering_registration_portfolio" (
    "registration_id" UUID NOT NULL,
    "portfolio_id" UUID NOT NULL,
    "why" TEXT NOT NULL,

    CONSTRAINT "gathering_registration_portfolio_pkey" PRIMARY KEY ("registration_id","portfolio_id")
);

-- CreateTable
CREATE TABLE "gathering_mark" (
    "id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "direction" TEXT NOT NULL,
    "marked_at" TIMESTAMPTZ NOT NULL,
    "came_in_at" TIMESTAMPTZ NOT NULL,
    "marked_by_id" UUID,

    CONSTRAINT "gathering_mark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gathering_invitation" (
    "gathering_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "invited_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "gathering_invitation_pkey" PRIMARY KEY ("gathering_id","person_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "gathering_area_year_slug_key" ON "gathering_area"("year", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "gathering_area_id_year_key" ON "gathering_area"("id", "year");

-- CreateIndex
CREATE INDEX "gathering_area_buurt_gathering_area_id_idx" ON "gathering_area_buurt"("gathering_area_id");

-- CreateIndex
CREATE UNIQUE INDEX "gathering_slug_key" ON "gathering"("slug");

-- CreateIndex
CREATE INDEX "gathering_state_starts_at_idx" ON "gathering"("state", "starts_at");

-- CreateIndex
CREATE INDEX "gathering_gathering_area_id_idx" ON "gathering"("gathering_area_id");

-- CreateIndex
CREATE INDEX "gathering_host_organisation_id_idx" ON "gathering_host"("organisation_id");

-- CreateIndex
CREATE INDEX "gathering_crew_person_id_idx" ON "gathering_crew"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "gathering_registration_token_hash_key" ON "gathering_registration"("token_hash");

-- CreateIndex
CREATE INDEX "gathering_registration_gathering_id_state_idx" ON "gathering_registration"("gathering_id", "state");

-- CreateIndex
CREATE INDEX "gathering_registration_person_id_idx" ON "gathering_registration"("person_id");

-- CreateIndex
CREATE INDEX "gathering_registration_email_idx" ON "gathering_registration"("email");

-- CreateIndex
CREATE UNIQUE INDEX "gathering_registration_gathering_id_door_code_key" ON "gathering_registration"("gathering_id", "door_code");

-- CreateIndex
CREATE UNIQUE INDEX "gathering_registration_gathering_id_queue_number_key" ON "gathering_registration"("gathering_id", "queue_number");

-- CreateIndex
CREATE INDEX "gathering_interest_theme_slug_idx" ON "gathering_interest"("theme_slug");

-- CreateIndex
CREATE INDEX "gathering_registration_portfolio_portfolio_id_idx" ON "gathering_registration_portfolio"("portfolio_id");

-- CreateIndex
CREATE INDEX "gathering_mark_registration_id_marked_at_idx" ON "gathering_mark"("registration_id", "marked_at");

-- CreateIndex
CREATE INDEX "gathering_invitation_person_id_idx" ON "gathering_invitation"("person_id");

-- AddForeignKey
ALTER TABLE "gathering_area" ADD CONSTRAINT "gathering_area_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_area_buurt" ADD CONSTRAINT "gathering_area_buurt_gathering_area_id_year_fkey" FOREIGN KEY ("gathering_area_id", "year") REFERENCES "gathering_area"("id", "year") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_area_buurt" ADD CONSTRAINT "gathering_area_buurt_area_code_fkey" FOREIGN KEY ("area_code") REFERENCES "area"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering" ADD CONSTRAINT "gathering_gathering_area_id_fkey" FOREIGN KEY ("gathering_area_id") REFERENCES "gathering_area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering" ADD CONSTRAINT "gathering_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_host" ADD CONSTRAINT "gathering_host_gathering_id_fkey" FOREIGN KEY ("gathering_id") REFERENCES "gathering"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_host" ADD CONSTRAINT "gathering_host_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_crew" ADD CONSTRAINT "gathering_crew_gathering_id_fkey" FOREIGN KEY ("gathering_id") REFERENCES "gathering"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_crew" ADD CONSTRAINT "gathering_crew_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_crew" ADD CONSTRAINT "gathering_crew_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_registration" ADD CONSTRAINT "gathering_registration_gathering_id_fkey" FOREIGN KEY ("gathering_id") REFERENCES "gathering"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_registration" ADD CONSTRAINT "gathering_registration_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_registration" ADD CONSTRAINT "gathering_registration_area_code_fkey" FOREIGN KEY ("area_code") REFERENCES "area"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_interest" ADD CONSTRAINT "gathering_interest_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "gathering_registration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_interest" ADD CONSTRAINT "gathering_interest_theme_slug_fkey" FOREIGN KEY ("theme_slug") REFERENCES "theme"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_registration_portfolio" ADD CONSTRAINT "gathering_registration_portfolio_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "gathering_registration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_registration_portfolio" ADD CONSTRAINT "gathering_registration_portfolio_portfolio_id_fkey" FOREIGN KEY ("portfolio_id") REFERENCES "portfolio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_mark" ADD CONSTRAINT "gathering_mark_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "gathering_registration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_mark" ADD CONSTRAINT "gathering_mark_marked_by_id_fkey" FOREIGN KEY ("marked_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_invitation" ADD CONSTRAINT "gathering_invitation_gathering_id_fkey" FOREIGN KEY ("gathering_id") REFERENCES "gathering"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_invitation" ADD CONSTRAINT "gathering_invitation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ───────────────────────────── rules ─────────────────────────────

alter table gathering_area
  add constraint gathering_area_year check (year between 2023 and 2099),
  add constraint gathering_area_slug check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  add constraint gathering_area_name check (char_length(name) between 2 and 80);

alter table gathering
  add constraint gathering_form check (form in ('rounds', 'open')),
  add constraint gathering_slug check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  add constraint gathering_texts check (
    char_length(title) between 3 and 120 and char_length(about) <= 4000 and char_length(venue_name) between 2 and 120
    and char_length(venue_address) between 5 and 200 and char_length(child_care) <= 500 and char_length(accessibility) <= 1000),
  add constraint gathering_times check (
    ends_at > starts_at and ends_at - starts_at <= interval '14 hours'
    and amsterdam_day(starts_at) = amsterdam_day(ends_at)),
  add constraint gathering_capacity check (capacity between 4 and 500),
  add constraint gathering_languages check (cardinality(languages) between 1 and 12),
  add constraint gathering_state check (state in ('concept', 'announced', 'begun', 'closed', 'cancelled')),
  add constraint gathering_cancel_reason check (
    (state = 'cancelled') = (cancel_reason <> '') and char_length(cancel_reason) <= 1000),
  add constraint gathering_moments check (
    (state in ('concept', 'cancelled') or announced_at is not null)
    and (state not in ('begun', 'closed') or begun_at is not null)
    and (state = 'closed') = (closed_at is not null) and (state = 'cancelled') = (cancelled_at is not null));

alter table gathering_crew add constraint gathering_crew_task check (task in ('organiser', 'helper'));

alter table gathering_registration
  add constraint gathering_registration_comes_as check (comes_as in ('resident', 'organisation', 'professional')),
  add constraint gathering_registration_state check (
    state in ('held', 'asked', 'confirmed', 'waiting', 'offered', 'cancelled', 'lapsed')),
  add constraint gathering_registration_kept check ((state in ('held', 'offered')) = (kept_until is not null)),
  add constraint gathering_registration_confirmed check (state not in ('confirmed', 'waiting', 'offered') or confirmed_at is not null),
  add constraint gathering_registration_queue check (state not in ('waiting', 'offered') or queue_number is not null),
  add constraint gathering_registration_cancelled check ((state = 'cancelled') = (cancelled_at is not null)),
  add constraint gathering_registration_reach check (person_id is null or email = ''),
  add constraint gathering_registration_texts check (
    char_length(name) <= 80 and char_length(email) <= 200 and char_length(comes_from) <= 120 and char_length(access_wish) <= 500
    and char_length(meet_wish) <= 500 and cardinality(languages) <= 12 and children between 0 and 12),
  add constraint gathering_registration_door_code check (door_code ~ '^[A-Z0-9]{4,6}$'),
  add constraint gathering_registration_reminded check (reminded between 0 and 2),
  add constraint gathering_registration_erased check (
    erased_at is null or (name = '' and email = '' and person_id is null and access_wish = '' and meet_wish = ''));

alter table gathering_registration_portfolio
  add constraint gathering_registration_portfolio_why check (why in ('comes-for', 'wants-to-meet'));
alter table gathering_mark add constraint gathering_mark_direction check (direction in ('in', 'out'));

-- Somebody registers once: by account, and by address.
create unique index gathering_registration_one_account on gathering_registration (gathering_id, person_id)
  where person_id is not null and state not in ('cancelled', 'lapsed');
create unique index gathering_registration_one_address on gathering_registration (gathering_id, email)
  where email <> '' and state not in ('cancelled', 'lapsed');

-- An area is made of buurten, of which a wijk consists; a wijk itself would count its buurten twice.
create function gathering_area_of_buurten() returns trigger language plpgsql as $$
begin
  if not exists (select from area where code = new.area_code and level = 'buurt') then
    perform refuse('gathering_area_of_buurten', 'an area of Meet & Match is made of buurten');
  end if;
  return new;
end $$;
create trigger gathering_area_of_buurten before insert or update on gathering_area_buurt
  for each row execute function gathering_area_of_buurten();

-- ───────────────────────────── a gathering goes one way ─────────────────────────────

-- Areas are of a year, so a gathering is in an area of its own year.
create function gathering_area_of_year(the_area uuid, starts timestamptz) returns void language plpgsql as $$
begin
  if (select year from gathering_area where id = the_area) <> extract(year from amsterdam_day(starts)) then
    perform refuse('gathering_area_of_year', 'areas are of another year');
  end if;
end $$;

create function gathering_moves() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'concept' then perform refuse('gathering_moves', 'a gathering begins as a concept'); end if;
    perform gathering_area_of_year(new.gathering_area_id, new.starts_at);
    return new;
  end if;
  if (new.id, new.slug, new.created_at) is distinct from (old.id, old.slug, old.created_at) then
    perform refuse('gathering_fixed', 'a gathering keeps its address');
  end if;
  if old.state in ('closed', 'cancelled') then
    perform refuse('gathering_over', 'what is over stays as it was');
  end if;
  if new.state <> old.state and (old.state, new.state) not in (
    ('concept', 'announced'), ('announced', 'begun'), ('begun', 'closed'),
    ('concept', 'cancelled'), ('announced', 'cancelled'), ('begun', 'cancelled')) then
    perform refuse('gathering_moves', 'a gathering goes from concept to announced, begun and closed');
  end if;
  if old.state = 'begun' and new.form <> old.form then
    perform refuse('gathering_fixed', 'the form is what people came for');
  end if;
  perform gathering_area_of_year(new.gathering_area_id, new.starts_at);
  if new.capacity < old.capacity and new.capacity < gathering_seats_taken(old.id) then
    perform refuse('gathering_capacity_taken', 'more places are taken');
  end if;
  return new;
end $$;

-- Places that are somebody's: confirmed, held for who still confirms, or offered to who moved up.
create function gathering_seats_taken(the_gathering uuid) returns int language sql stable as $$
  select count(*)::int from gathering_registration
    where gathering_id = the_gathering and state in ('held', 'confirmed', 'offered')
$$;

create trigger gathering_moves before insert or update on gathering for each row execute function gathering_moves();

create function gathering_delete() returns trigger language plpgsql as $$
begin
  if old.state <> 'concept' then perform refuse('gathering_over', 'only a concept can be thrown away'); end if;
  return old;
end $$;
create trigger gathering_delete before delete on gathering for each row execute function gathering_delete();

-- ───────────────────────────── places, and who is next ─────────────────────────────

/* One at a time for each gathering, so that fifty people at the same instant get as many places as there are.
   Who walks in takes a place that is nobody's, or, when the gathering has begun, that of somebody who did not come. */
create function gathering_registration_counts() returns trigger language plpgsql as $$
declare
  the_gathering record;
  has_seat boolean := new.state in ('held', 'confirmed', 'offered');
  had_seat boolean := tg_op = 'UPDATE' and old.state in ('held', 'confirmed', 'offered');
begin
  if tg_op = 'UPDATE' then
    if (new.id, new.gathering_id, new.registered_at, new.door_code) is distinct from
       (old.id, old.gathering_id, old.registered_at, old.door_code) then
      perform refuse('gathering_registration_fixed', 'a registration stays what it is of');
    end if;
    if new.state = old.state then return new; end if;
    -- away with it goes always, whatever became of the gathering
    if new.state in ('cancelled', 'lapsed') then return new; end if;
  end if;
  select * into the_gathering from gathering where id = new.gathering_id for no key update;
  if not (the_gathering.state = 'announced' or (new.is_walk_in and the_gathering.state in ('begun', 'closed'))) then
    perform refuse('gathering_not_open', 'nobody can register for it now');
  end if;
  if not has_seat or had_seat then return new; end if;
  if gathering_seats_taken(new.gathering_id) >= the_gathering.capacity then
    if not new.is_walk_in or the_gathering.state = 'announced' then
      perform refuse('gathering_full', 'every place is taken');
    elsif the_gathering.state = 'begun' and (select count(*) from gathering_registration
        where gathering_id = new.gathering_id and arrived_at is not null) >= the_gathering.capacity then
      perform refuse('gathering_full', 'the room is full');
    end if;
  end if;
  if not new.is_walk_in and exists (
    select from gathering_registration r where r.gathering_id = new.gathering_id and r.state = 'waiting' and r.id <> new.id
      and (tg_op = 'INSERT' or old.state <> 'waiting' or r.queue_number < new.queue_number)) then
    perform refuse('gathering_queue_order', 'somebody waits longer');
  end if;
  return new;
end $$;
create trigger gathering_registration_counts before insert or update on gathering_registration
  for each row execute function gathering_registration_counts();

-- ───────────────────────────── at the door ─────────────────────────────

create function gathering_mark_of_who_comes() returns trigger language plpgsql as $$
begin
  -- both wait for each other here, so that the second sees what the first made of it
  if not exists (select from (select state from gathering_registration where id = new.registration_id for no key update) r
      where r.state = 'confirmed') then
    perform refuse('gathering_mark_of_who_comes', 'who is marked has a place');
  end if;
  if new.marked_at > new.came_in_at then
    perform refuse('gathering_mark_ahead', 'a mark comes in after it was made');
  end if;
  return new;
end $$;
create trigger gathering_mark_of_who_comes before insert on gathering_mark
  for each row execute function gathering_mark_of_who_comes();

/* Whether somebody is in: by the last mark by its moment, in whatever order the phones sent them; since when: the first
   mark after they were last marked out. */
create function gathering_mark_counts() returns trigger language plpgsql as $$
begin
  update gathering_registration set arrived_at = (
      select min(m.marked_at) from gathering_mark m
        where m.registration_id = new.registration_id and m.direction = 'in'
          and m.marked_at > coalesce((select max(o.marked_at) from gathering_mark o
            where o.registration_id = new.registration_id and o.direction = 'out'), '-infinity'))
    where id = new.registration_id;
  return null;
end $$;
create trigger gathering_mark_counts after insert on gathering_mark for each row execute function gathering_mark_counts();

-- A helper who leaves goes out of it; nothing else of a mark changes.
create function gathering_mark_fixed() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - 'marked_by_id' <> to_jsonb(old) - 'marked_by_id' or new.marked_by_id is not null then
    perform refuse('record_append_only', 'another mark undoes a mark');
  end if;
  return new;
end $$;
create trigger gathering_mark_fixed before update on gathering_mark for each row execute function gathering_mark_fixed();

-- ───────────────────────────── how long it is kept ─────────────────────────────

/* Takes away who it was and what they wished; that somebody came stays, for the count. */
create function erase_gathering_registrations(the_ids uuid[]) returns void language plpgsql as $$
begin
  delete from gathering_interest where registration_id = any (the_ids);
  delete from gathering_registration_portfolio where registration_id = any (the_ids);
  update gathering_registration set person_id = null, email = '', name = '', comes_from = '', area_code = null, languages = '{}',
      children = 0, access_wish = '', meet_wish = '', requester_hash = '', erased_at = now(), revision = revision + 1,
      token_hash = 'erased:' || id
    where id = any (the_ids);
end $$;

/* Adds to what the retention of before knows and repeats none of it, so that it stands whatever other migrations added. */
do $$
begin
  execute format('create or replace view retention_row as
    select kind, key, key2, since from (%s) known
    union all
    select ''gathering-unconfirmed'', r.id, null::uuid, amsterdam_day(r.registered_at) from gathering_registration r
      where r.confirmed_at is null and r.erased_at is null
    union all
    select ''gathering-wishes'', r.id, null::uuid, amsterdam_day(g.ends_at)
      from gathering_registration r join gathering g on g.id = r.gathering_id
      where r.access_wish <> '''' or r.meet_wish <> '''' or r.children > 0
    union all
    select ''gathering-registrations'', r.id, null::uuid, amsterdam_day(g.ends_at)
      from gathering_registration r join gathering g on g.id = r.gathering_id
      where r.person_id is null and r.confirmed_at is not null and r.erased_at is null
    union all
    select ''gathering-visits'', r.id, null::uuid, amsterdam_day(g.ends_at)
      from gathering_registration r join gathering g on g.id = r.gathering_id where r.person_id is not null',
    rtrim(pg_get_viewdef('retention_row'::regclass), ';'));
  execute replace(pg_get_functiondef('shortest_retention(text)'::regprocedure), 'when ''receipts'' then',
    'when ''gathering-unconfirmed'' then interval ''1 day'' when ''gathering-wishes'' then interval ''1 day''
     when ''gathering-registrations'' then interval ''1 month'' when ''gathering-visits'' then interval ''1 month''
     when ''receipts'' then');
  execute replace(pg_get_functiondef('remove_past_retention(text, int)'::regprocedure), 'when ''receipts'' then',
    'when ''gathering-unconfirmed'' then delete from gathering_registration where id = any (keys);
     when ''gathering-wishes'' then
       update gathering_registration set children = 0, access_wish = '''', meet_wish = '''' where id = any (keys);
     when ''gathering-registrations'' then perform erase_gathering_registrations(keys);
     when ''gathering-visits'' then perform erase_gathering_registrations(keys);
     when ''receipts'' then');
end $$;

insert into retention_period (id, kind, amount, unit, starts_on, reason, added_at)
  select gen_random_uuid(), kind, amount, unit, '2021-01-01', reason, now() from (values
    ('gathering-unconfirmed', 2, 'day', 'Wie het adres niet bevestigt, is niet aangemeld.'),
    ('gathering-wishes', 14, 'day', 'Wat iemand nodig had om mee te doen, was alleen voor die dag.'),
    ('gathering-registrations', 6, 'month', 'Zo lang kunnen uitkomsten en antwoorden nog worden gestuurd.'),
    ('gathering-visits', 24, 'month', 'Zodat je een volgende keer anderen ontmoet dan de vorige keren.')
  ) as given (kind, amount, unit, reason);
