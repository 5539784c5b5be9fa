-- DropForeignKey
ALTER TABLE "portfolio_words" DROP CONSTRAINT "portfolio_words_portfolio_id_fkey";

-- DropTable
DROP TABLE "portfolio_words";

-- CreateTable
CREATE TABLE "match_profile" (
    "portfolio_id" UUID NOT NULL,
    "facts" JSONB NOT NULL,
    "list_floor" DOUBLE PRECISION,
    "listed" INTEGER NOT NULL DEFAULT 0,
    "version" BIGINT NOT NULL,
    "made_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "match_profile_pkey" PRIMARY KEY ("portfolio_id")
);

-- CreateTable
CREATE TABLE "match_todo" (
    "id" BIGSERIAL NOT NULL,
    "portfolio_id" UUID NOT NULL,

    CONSTRAINT "match_todo_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suggestion_interest" (
    "portfolio_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "suggestion_interest_pkey" PRIMARY KEY ("portfolio_id","other_id")
);

-- CreateIndex
CREATE INDEX "suggestion_interest_other_id_idx" ON "suggestion_interest"("other_id");

-- CreateIndex
CREATE INDEX "match_todo_portfolio_id_idx" ON "match_todo"("portfolio_id");

-- AddForeignKey
ALTER TABLE "match_profile" ADD CONSTRAINT "match_profile_portfolio_id_fkey" FOREIGN KEY ("portfolio_id") REFERENCES "portfolio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "match_todo" ADD CONSTRAINT "match_todo_portfolio_id_fkey" FOREIGN KEY ("portfolio_id") REFERENCES "portfolio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestion_interest" ADD CONSTRAINT "suggestion_interest_portfolio_id_fkey" FOREIGN KEY ("portfolio_id") REFERENCES "portfolio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestion_interest" ADD CONSTRAINT "suggestion_interest_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "portfolio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestion_interest" ADD CONSTRAINT "suggestion_interest_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

alter table suggestion_interest
  add constraint suggestion_interest_in_another check (other_id <> portfolio_id);

-- Nobody says past a block that they want to meet; taking it back is always possible.
create function suggestion_interest_not_blocked() returns trigger language plpgsql as $$
begin
  if pair_blocked(new.portfolio_id, new.other_id, new.by_id) then
    perform refuse('suggestion_interest_not_blocked', 'one of the two blocked the other');
  end if;
  return new;
end $$;
create trigger suggestion_interest_not_blocked before insert on suggestion_interest
  for each row execute function suggestion_interest_not_blocked();

-- ───────────────────────────── what is to be looked at again ─────────────────────────────

-- Every other text of a profile is another version, by which a process knows what it has read already.
create sequence match_profile_version;
alter table match_profile alter column version set default nextval('match_profile_version');

create index match_suggestion_fair on match_suggestion (portfolio_id) where place = 'fair';

/* Says that suggestions for and of a portfolio may have changed, and has the worker look, both in the transaction of the change.
   Rows are only added, and the job's key is of one portfolio, so that two people with different portfolios never wait for
   each other. Before the queue is there (a migration on a new installation) the row is enough: every job does all that waits. */
create function mark_for_matching(the_portfolio uuid) returns void language plpgsql as $$
begin
  if the_portfolio is null or not exists (select from portfolio where id = the_portfolio) then
    return;
  end if;
  insert into match_todo (portfolio_id) values (the_portfolio);
  if to_regclass('graphile_worker.jobs') is not null then
    perform graphile_worker.add_job('match-portfolios', payload := '{}'::json, queue_name := 'matching',
      job_key := 'match:' || the_portfolio, max_attempts := 12);
  end if;
end $$;

create function match_portfolio_row() returns trigger language plpgsql as $$
begin
  perform mark_for_matching(new.id);
  return null;
end $$;
create trigger match_new_portfolio after insert on portfolio for each row execute function match_portfolio_row();
create trigger match_changed_portfolio after update of name, about, phase, place, state on portfolio for each row
  when ((old.name, old.about, old.phase, old.place, old.state) is distinct from (new.name, new.about, new.phase, new.place, new.state))
  execute function match_portfolio_row();

-- Lines, areas, themes and what somebody does not want to see again: all name their portfolio.
create function match_part_of_portfolio() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    perform mark_for_matching(old.portfolio_id);
  end if;
  if tg_op <> 'DELETE' and (tg_op = 'INSERT' or new.portfolio_id <> old.portfolio_id) then
    perform mark_for_matching(new.portfolio_id);
  end if;
  return null;
end $$;
create trigger match_line after insert or delete or update of direction, resource, text, until, done_at on portfolio_line
  for each row execute function match_part_of_portfolio();
create trigger match_area after insert or delete or update on portfolio_area
  for each row execute function match_part_of_portfolio();
create trigger match_theme after insert or delete or update on portfolio_theme
  for each row execute function match_part_of_portfolio();
create trigger match_dismissal after insert or delete on suggestion_dismissal
  for each row execute function match_part_of_portfolio();

-- Somebody who answers for it is worth a place in lists.
create trigger match_keeper after insert or delete or update of ended_at on portfolio_keeper
  for each row execute function match_part_of_portfolio();
create function match_member_of_organisation() returns trigger language plpgsql as $$
begin
  perform mark_for_matching(p.id) from portfolio p left join initiative i on i.id = p.initiative_id
    where coalesce(new.organisation_id, old.organisation_id) in (p.organisation_id, i.organisation_id)
      and exists (select from match_profile m where m.portfolio_id = p.id
        and (m.facts ->> 'kept')::boolean is distinct from exists (select from portfolio_keeps k where k.portfolio_id = p.id));
  return null;
end $$;
create trigger match_member after insert or delete or update of begins_on, ends_on on organisation_member
  for each row execute function match_member_of_organisation();

create function match_initiative_row() returns trigger language plpgsql as $$
begin
  perform mark_for_matching((select id from portfolio where initiative_id = new.id));
  return null;
end $$;
create trigger match_initiative after update of title, summary, stage, organisation_id on initiative for each row
  when ((old.title, old.summary, old.stage, old.organisation_id)
    is distinct from (new.title, new.summary, new.stage, new.organisation_id))
  execute function match_initiative_row();

create function match_part_of_initiative() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    perform mark_for_matching((select id from portfolio where initiative_id = old.initiative_id));
  end if;
  if tg_op <> 'DELETE' and (tg_op = 'INSERT' or new.initiative_id <> old.initiative_id) then
    perform mark_for_matching((select id from portfolio where initiative_id = new.initiative_id));
  end if;
  return null;
end $$;
create trigger match_area_of_initiative after insert or delete or update on initiative_area
  for each row execute function match_part_of_initiative();
create trigger match_theme_of_initiative after insert or delete or update on initiative_theme
  for each row execute function match_part_of_initiative();
create trigger match_partner_of_initiative after insert or delete or update on initiative_partner
  for each row execute function match_part_of_initiative();

create function match_organisation_row() returns trigger language plpgsql as $$
begin
  perform mark_for_matching((select id from portfolio where organisation_id = new.id));
  return null;
end $$;
create trigger match_organisation after update of name, summary on organisation for each row
  when ((old.name, old.summary) is distinct from (new.name, new.summary))
  execute function match_organisation_row();

-- ───────────────────────────── what matching reads ─────────────────────────────

/* Stems of a Dutch text, each once, without accents; by which texts are compared. "Ouders" and "ouderen" have one stem and are
   other people, so the old are called by another name first. */
create function dutch_stems(input text) returns text[] language sql immutable parallel safe as $$
  select tsvector_to_array(to_tsvector('pg_catalog.dutch',
    regexp_replace(public.plain_text(coalesce(input, '')), '\mouderen\M', 'senioren', 'g')))
$$;

/* What matching may know of a portfolio on the marketplace: what its page says, as stems and codes. No person is in it. */
create view match_facts as
  select f.id, dutch_stems(f.name || ' ' || f.about || ' ' || f.place) as about, f.stage,
    exists (select from portfolio_keeps k where k.portfolio_id = f.id) as kept,
    array(select a.area_code from portfolio_area_of a where a.portfolio_id = f.id order by 1) as areas,
    array(select t.theme_slug from portfolio_theme_of t where t.portfolio_id = f.id order by 1) as themes,
    array(
      select p.organisation_id from portfolio p where p.id = f.id and p.organisation_id is not null
      union select i.organisation_id from portfolio p join initiative i on i.id = p.initiative_id
        where p.id = f.id and i.organisation_id is not null
      union select r.organisation_id from portfolio p join initiative_partner r on r.initiative_id = p.initiative_id
        where p.id = f.id) as kin,
    coalesce((
      select jsonb_agg(jsonb_build_object('id', l.id, 'direction', l.direction, 'resource', l.resource, 'words', dutch_stems(l.text))
          order by l.position, l.id)
        from portfolio_line l
        where l.portfolio_id = f.id and l.done_at is null and (l.until is null or l.until >= amsterdam_day(now()))), '[]') as lines
  from portfolio_face f where f.active;

-- What is there already is matched at the first start.
insert into match_todo (portfolio_id) select id from portfolio;
