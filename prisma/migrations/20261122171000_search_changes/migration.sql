-- What must be found anew, noted in the transaction of the change; and the words that an editor keeps for search.

-- CreateTable
CREATE TABLE "search_change" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "done_by" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "noted_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "search_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_index" (
    "engine" TEXT NOT NULL,
    "filled_at" TIMESTAMPTZ,
    "is_filling" BOOLEAN NOT NULL DEFAULT false,
    "checked_at" TIMESTAMPTZ,
    "differences" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "search_index_pkey" PRIMARY KEY ("engine")
);

-- CreateTable
CREATE TABLE "search_synonym" (
    "id" UUID NOT NULL,
    "words" TEXT[],

    CONSTRAINT "search_synonym_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_place" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "search_place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_place_area" (
    "place_id" UUID NOT NULL,
    "area_code" TEXT NOT NULL,

    CONSTRAINT "search_place_area_pkey" PRIMARY KEY ("place_id","area_code")
);

-- CreateTable
CREATE TABLE "search_word_change" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "before" TEXT NOT NULL DEFAULT '',
    "after" TEXT NOT NULL DEFAULT '',
    "count" INTEGER NOT NULL DEFAULT 1,
    "changed_by_id" UUID,
    "changed_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "search_word_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "search_place_area_area_code_idx" ON "search_place_area"("area_code");

-- CreateIndex
CREATE INDEX "search_word_change_changed_by_id_idx" ON "search_word_change"("changed_by_id");

-- CreateIndex
CREATE INDEX "search_word_change_changed_at_idx" ON "search_word_change"("changed_at");

-- AddForeignKey
ALTER TABLE "search_place_area" ADD CONSTRAINT "search_place_area_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "search_place"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "search_place_area" ADD CONSTRAINT "search_place_area_area_code_fkey" FOREIGN KEY ("area_code") REFERENCES "area"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "search_word_change" ADD CONSTRAINT "search_word_change_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

create index search_change_noted on search_change (kind, key);

alter table search_change
  alter column done_by set not null,
  add constraint search_change_kind check (kind in ('initiative', 'portfolio', 'organisation', 'opgaveteam', 'wijkalliantie',
    'actielijn', 'decision', 'minutes', 'action', 'gathering'));
alter table search_index
  add constraint search_index_engine check (engine in ('postgresql', 'meilisearch')),
  add constraint search_index_differences check (differences >= 0);

/* Whoever keeps the index up hears of it at once. Told once per transaction, however much changed in it. */
create function search_change_told() returns trigger language plpgsql as $$
begin
  perform pg_notify('search_change', '');
  return null;
end $$;
create trigger search_change_told after insert on search_change
  for each statement execute function search_change_told();

-- ───────────────────────────── what a change touches ─────────────────────────────
-- One row for each document that shows what changed. A row too many costs a document that is made anew; one too few leaves
-- something behind that is no longer public: so drafts are left out, and everything else is noted.

create function note_search(the_kind text, the_key text) returns void language plpgsql as $$
begin
  if the_key is not null then insert into search_change (kind, key) values (the_kind, the_key); end if;
end $$;

/* The plan itself, its portfolio, and decisions about it, which are found by its themes and areas. */
create function note_initiative(the_initiative uuid) returns void language plpgsql as $$
begin
  insert into search_change (kind, key)
    select 'initiative', slug from initiative where id = the_initiative and slug is not null and stage <> 'draft'
    union all
    select 'portfolio', slug from portfolio where initiative_id = the_initiative
    union all
    select 'decision', number from decision where initiative_id = the_initiative and number is not null;
end $$;

create function note_body(the_body uuid) returns void language plpgsql as $$
begin
  insert into search_change (kind, key)
    select case kind when 'wijkalliantie' then 'wijkalliantie' else 'opgaveteam' end, slug from body where id = the_body;
end $$;

create function search_of_initiative() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' and old.stage <> 'draft' then perform note_search('initiative', old.slug); end if;
  if tg_op <> 'DELETE' then perform note_initiative(new.id); end if;
  return null;
end $$;
create trigger search_of_initiative after insert or delete on initiative
  for each row execute function search_of_initiative();
create trigger search_of_initiative_changed after update on initiative
  for each row when (not (old.stage = 'draft' and new.stage = 'draft')
    and (old.slug, old.stage, old.title, old.summary, old.whole_district, old.requested_cents, old.organisation_id, old.body_id,
      old.state_note, old.submitted_at, old.current_version)
    is distinct from (new.slug, new.stage, new.title, new.summary, new.whole_district, new.requested_cents, new.organisation_id,
      new.body_id, new.state_note, new.submitted_at, new.current_version))
  execute function search_of_initiative();

/* Versions, themes, areas and partners. */
create function search_of_initiative_part() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then perform note_initiative(old.initiative_id); end if;
  if tg_op = 'INSERT' or (tg_op = 'UPDATE' and new is distinct from old) then perform note_initiative(new.initiative_id); end if;
  return null;
end $$;
create trigger search_of_initiative_version after insert or update or delete on initiative_version
  for each row execute function search_of_initiative_part();
create trigger search_of_initiative_theme after insert or update or delete on initiative_theme
  for each row execute function search_of_initiative_part();
create trigger search_of_initiative_area after insert or update or delete on initiative_area
  for each row execute function search_of_initiative_part();
create trigger search_of_initiative_partner after insert or update or delete on initiative_partner
  for each row execute function search_of_initiative_part();

create function search_of_portfolio() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then perform note_search('portfolio', old.slug); end if;
  if tg_op = 'INSERT' or (tg_op = 'UPDATE' and new.slug <> old.slug) then perform note_search('portfolio', new.slug); end if;
  return null;
end $$;
create trigger search_of_portfolio after insert or delete on portfolio
  for each row execute function search_of_portfolio();
create trigger search_of_portfolio_changed after update on portfolio
  for each row when ((to_jsonb(old) - 'revision') is distinct from (to_jsonb(new) - 'revision'))
  execute function search_of_portfolio();

/* Lines, areas and themes. */
create function search_of_portfolio_part() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    perform note_search('portfolio', (select slug from portfolio where id = old.portfolio_id));
  end if;
  if tg_op = 'INSERT' or (tg_op = 'UPDATE' and new.portfolio_id <> old.portfolio_id) then
    perform note_search('portfolio', (select slug from portfolio where id = new.portfolio_id));
  end if;
  return null;
end $$;
create trigger search_of_portfolio_line after insert or update or delete on portfolio_line
  for each row execute function search_of_portfolio_part();
create trigger search_of_portfolio_area after insert or update or delete on portfolio_area
  for each row execute function search_of_portfolio_part();
create trigger search_of_portfolio_theme after insert or update or delete on portfolio_theme
  for each row execute function search_of_portfolio_part();

/* An organisation is named in plans, portfolios, teams and actions. */
create function search_of_organisation() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then perform note_search('organisation', old.slug); end if;
  if tg_op = 'INSERT' or (tg_op = 'UPDATE' and new.slug <> old.slug) then perform note_search('organisation', new.slug); end if;
  if tg_op = 'UPDATE' then
    insert into search_change (kind, key)
      select 'initiative', i.slug from initiative i
        where i.slug is not null and i.stage <> 'draft' and (i.organisation_id = new.id
          or exists (select from initiative_partner p where p.initiative_id = i.id and p.organisation_id = new.id))
      union all
      select 'portfolio', p.slug from portfolio p left join initiative i on i.id = p.initiative_id
        where p.organisation_id = new.id or i.organisation_id = new.id
      union all
      select case b.kind when 'wijkalliantie' then 'wijkalliantie' else 'opgaveteam' end, b.slug
        from body b join body_organisation o on o.body_id = b.id where o.organisation_id = new.id
      union all
      select 'action', a.number::text from action a where a.owner_organisation_id = new.id and a.published_at is not null;
  end if;
  return null;
end $$;
create trigger search_of_organisation after insert or delete on organisation
  for each row execute function search_of_organisation();
create trigger search_of_organisation_changed after update on organisation
  for each row when ((old.slug, old.name, old.kind, old.summary, old.website) is distinct from (new.slug, new.name, new.kind, new.summary, new.website))
  execute function search_of_organisation();

/* A team is named in what it has in hand. */
create function search_of_body() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    perform note_search(case old.kind when 'wijkalliantie' then 'wijkalliantie' else 'opgaveteam' end, old.slug);
  end if;
  if tg_op <> 'DELETE' then perform note_body(new.id); end if;
  if tg_op = 'UPDATE' and (old.slug, old.name) is distinct from (new.slug, new.name) then
    insert into search_change (kind, key)
      select case kind when 'wijkalliantie' then 'wijkalliantie' else 'opgaveteam' end, slug from body where parent_id = new.id
      union all
      select 'initiative', slug from initiative where body_id = new.id and slug is not null and stage <> 'draft'
      union all
      select 'action', number::text from action where body_id = new.id and published_at is not null
      union all
      select 'actielijn', slug from actielijn where body_id = new.id;
  end if;
  return null;
end $$;
create trigger search_of_body after insert or delete on body
  for each row execute function search_of_body();
create trigger search_of_body_changed after update on body
  for each row when ((old.slug, old.kind, old.name, old.short_name, old.parent_id, old.chair_name, old.remit)
    is distinct from (new.slug, new.kind, new.name, new.short_name, new.parent_id, new.chair_name, new.remit))
  execute function search_of_body();

/* Areas, themes and organisations. */
create function search_of_body_part() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then perform note_body(old.body_id); end if;
  if tg_op = 'INSERT' or (tg_op = 'UPDATE' and new.body_id <> old.body_id) then perform note_body(new.body_id); end if;
  return null;
end $$;
create trigger search_of_body_area after insert or update or delete on body_area
  for each row execute function search_of_body_part();
create trigger search_of_body_theme after insert or update or delete on body_theme
  for each row execute function search_of_body_part();
create trigger search_of_body_organisation after insert or update or delete on body_organisation
  for each row execute function search_of_body_part();

create function search_of_actielijn() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then perform note_search('actielijn', old.slug); end if;
  if tg_op = 'INSERT' or (tg_op = 'UPDATE' and new.slug <> old.slug) then perform note_search('actielijn', new.slug); end if;
  return null;
end $$;
create trigger search_of_actielijn after insert or delete on actielijn
  for each row execute function search_of_actielijn();
create trigger search_of_actielijn_changed after update on actielijn
  for each row when (old is distinct from new)
  execute function search_of_actielijn();

create function search_of_decision() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then perform note_search('decision', old.number); end if;
  if tg_op = 'INSERT' or (tg_op = 'UPDATE' and new.number is distinct from old.number) then
    perform note_search('decision', new.number);
  end if;
  return null;
end $$;
create trigger search_of_decision after insert or delete on decision
  for each row execute function search_of_decision();
create trigger search_of_decision_changed after update on decision
  for each row when ((old.number, old.state, old.receipt, old.published, old.initiative_id)
    is distinct from (new.number, new.state, new.receipt, new.published, new.initiative_id))
  execute function search_of_decision();

create function search_of_minutes() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then perform note_search('minutes', old.number); end if;
  if tg_op = 'INSERT' or (tg_op = 'UPDATE' and new.number is distinct from old.number) then
    perform note_search('minutes', new.number);
  end if;
  return null;
end $$;
create trigger search_of_minutes after insert or delete on minutes
  for each row execute function search_of_minutes();
create trigger search_of_minutes_changed after update on minutes
  for each row when ((old.number, old.state) is distinct from (new.number, new.state))
  execute function search_of_minutes();

/* A version that is published, and words that are taken out of one. */
create function search_of_minutes_publication() returns trigger language plpgsql as $$
declare
  the_version uuid;
begin
  if tg_op = 'DELETE' then the_version := old.version_id; else the_version := new.version_id; end if;
  perform note_search('minutes', (select m.number from minutes m join minutes_version v on v.minutes_id = m.id where v.id = the_version));
  return null;
end $$;
create trigger search_of_minutes_publication after insert or update or delete on minutes_publication
  for each row execute function search_of_minutes_publication();

create function search_of_action() returns trigger language plpgsql as $$
begin
  perform note_search('action', case tg_op when 'DELETE' then old.number else new.number end::text);
  return null;
end $$;
create trigger search_of_action after insert on action
  for each row when (new.published_at is not null) execute function search_of_action();
create trigger search_of_action_gone after delete on action
  for each row when (old.published_at is not null) execute function search_of_action();
create trigger search_of_action_changed after update on action
  for each row when ((old.published_at is not null or new.published_at is not null)
    and (old.published_at, old.title, old.explanation, old.owner_words, old.body_id, old.owner_organisation_id)
    is distinct from (new.published_at, new.title, new.explanation, new.owner_words, new.body_id, new.owner_organisation_id))
  execute function search_of_action();

create function search_of_gathering() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then perform note_search('gathering', old.slug); end if;
  if tg_op = 'INSERT' or (tg_op = 'UPDATE' and new.slug <> old.slug) then perform note_search('gathering', new.slug); end if;
  return null;
end $$;
create trigger search_of_gathering after insert or delete on gathering
  for each row execute function search_of_gathering();
create trigger search_of_gathering_changed after update on gathering
  for each row when (not (old.state = 'concept' and new.state = 'concept')
    and (old.slug, old.title, old.about, old.starts_at, old.venue_name, old.venue_address, old.state, old.announced_at, old.gathering_area_id)
    is distinct from (new.slug, new.title, new.about, new.starts_at, new.venue_name, new.venue_address, new.state, new.announced_at, new.gathering_area_id))
  execute function search_of_gathering();

create function search_of_gathering_area() returns trigger language plpgsql as $$
begin
  insert into search_change (kind, key)
    select 'gathering', slug from gathering where gathering_area_id = new.id and state <> 'concept';
  return null;
end $$;
create trigger search_of_gathering_area after update on gathering_area
  for each row when (old.name is distinct from new.name) execute function search_of_gathering_area();

create function search_of_gathering_area_buurt() returns trigger language plpgsql as $$
declare
  the_areas uuid[] := '{}';
begin
  if tg_op <> 'INSERT' then the_areas := the_areas || old.gathering_area_id; end if;
  if tg_op <> 'DELETE' then the_areas := the_areas || new.gathering_area_id; end if;
  insert into search_change (kind, key)
    select 'gathering', slug from gathering where gathering_area_id = any(the_areas) and state <> 'concept';
  return null;
end $$;
create trigger search_of_gathering_area_buurt after insert or update or delete on gathering_area_buurt
  for each row execute function search_of_gathering_area_buurt();

/* A buurt that comes under another wijk: what is there is found by that one. */
create function search_of_area() returns trigger language plpgsql as $$
begin
  perform note_initiative(initiative_id) from initiative_area where area_code = new.code;
  perform note_body(body_id) from body_area where area_code = new.code;
  insert into search_change (kind, key)
    select 'portfolio', p.slug from portfolio p join portfolio_area a on a.portfolio_id = p.id where a.area_code = new.code
    union all
    select 'gathering', g.slug from gathering g join gathering_area_buurt b on b.gathering_area_id = g.gathering_area_id
      where b.area_code = new.code and g.state <> 'concept';
  return null;
end $$;
create trigger search_of_area after update on area
  for each row when (old.parent_code is distinct from new.parent_code) execute function search_of_area();

-- ───────────────────────────── words of editors ─────────────────────────────

alter table search_synonym
  alter column words set not null,
  add constraint search_synonym_words check (cardinality(words) between 2 and 20 and array_position(words, null) is null
    and array_position(words, '') is null and octet_length(array_to_string(words, '')) <= 4000);
alter table search_place
  add constraint search_place_name check (btrim(name) = name and char_length(name) between 2 and 80);
create unique index search_place_one on search_place (plain_text(name));
alter table search_word_change
  add constraint search_word_change_kind check (kind in ('synonym', 'place')),
  add constraint search_word_change_count check (count > 0);

create trigger search_word_change_append_only before delete on search_word_change
  for each row execute function record_is_append_only();

/* Every process has the words in memory. */
create function search_words_told() returns trigger language plpgsql as $$
begin
  perform pg_notify('search_words', '');
  return null;
end $$;
create trigger search_synonym_told after insert or update or delete on search_synonym
  for each statement execute function search_words_told();
create trigger search_place_told after insert or update or delete on search_place
  for each statement execute function search_words_told();
create trigger search_place_area_told after insert or update or delete on search_place_area
  for each statement execute function search_words_told();
