-- AlterTable
ALTER TABLE "message_report" ADD COLUMN     "against" TEXT NOT NULL;

-- ───────────────────────────── rules ─────────────────────────────

alter table message_report add constraint message_report_against check (against in ('asker', 'answerer'));
-- Somebody has one report of a conversation waiting at a time.
create unique index message_report_one_waiting on message_report (conversation_id, reporter_id) where answered_at is null;

-- An open group is kept by somebody; who leaves last closes it first. Asked at the end of the transaction, and of one
-- portfolio at a time, so that the last two cannot leave at once.
create function portfolio_keeper_stays() returns trigger language plpgsql as $$
begin
  perform from portfolio where id = old.portfolio_id for no key update;
  if exists (select from portfolio where id = old.portfolio_id and state = 'open' and kind = 'group')
    and not exists (select from portfolio_keeper where portfolio_id = old.portfolio_id and ended_at is null) then
    perform refuse('portfolio_last_keeper', 'an open portfolio of a group has a keeper');
  end if;
  return null;
end $$;
create constraint trigger portfolio_keeper_stays after update or delete on portfolio_keeper
  deferrable initially deferred for each row execute function portfolio_keeper_stays();
create function portfolio_opens_with_keeper() returns trigger language plpgsql as $$
begin
  if new.kind = 'group' and exists (select from portfolio where id = new.id and state = 'open')
    and not exists (select from portfolio_keeper where portfolio_id = new.id and ended_at is null) then
    perform refuse('portfolio_last_keeper', 'an open portfolio of a group has a keeper');
  end if;
  return null;
end $$;
create constraint trigger portfolio_opens_with_keeper after insert or update of state on portfolio
  deferrable initially deferred for each row execute function portfolio_opens_with_keeper();

-- ───────────────────────────── messages ─────────────────────────────

/* Why nobody can write to a portfolio now: hidden, closed, withdrawn, or unkept (nobody would read it); null: they can. */
create function portfolio_unreachable(the_portfolio uuid) returns text language sql stable as $$
  select case
      when p.state <> 'open' then p.state
      when i.stage in ('draft', 'withdrawn') then 'withdrawn'
      when not exists (select from portfolio_keeps k where k.portfolio_id = p.id) then 'unkept'
    end
    from portfolio p left join initiative i on i.id = p.initiative_id where p.id = the_portfolio
$$;

/* Who does not want to hear from whom now: blocks that run, and what the office hid after a report, which counts as a block by who
   reported it, as a portfolio and as a person. */
create view running_block as
  select portfolio_id as by_portfolio, person_id as by_person, blocked_portfolio_id as portfolio, blocked_person_id as person
    from portfolio_block where ended_at is null
  union all
  select case r.against when 'asker' then c.answerer_id else c.asker_id end, r.reporter_id, hidden.id, null
    from message_report r join conversation c on c.id = r.conversation_id
    join portfolio hidden on hidden.state = 'hidden' and hidden.id = case r.against when 'asker' then c.asker_id else c.answerer_id end
    where r.answer = 'hidden';

/* Ids of portfolios and persons that a side is, by whatever name: the portfolio, what all its keepers keep too, and its only keeper;
   of who has no portfolio here, the person and what they keep. A group of which only some keep another is not that other. */
create function ids_of_side(the_portfolio uuid, the_person uuid) returns uuid[] language plpgsql stable as $$
declare
  keepers uuid[];
begin
  if the_portfolio is null then
    return array(select portfolio_id from portfolio_keeps where person_id = the_person) || the_person;
  end if;
  keepers := array(select person_id from portfolio_keeps where portfolio_id = the_portfolio);
  return array(select portfolio_id from portfolio_keeps where person_id = any (keepers)
      group by portfolio_id having count(*) = cardinality(keepers))
    || the_portfolio || case when cardinality(keepers) = 1 then keepers[1] end;
end $$;

/* Whether a side is in any block at all, as who blocks or as who is blocked: most are in none, and a list asks this once. */
create function in_any_block(the_portfolio uuid, the_person uuid) returns boolean language plpgsql stable as $$
declare
  one uuid[] := ids_of_side(the_portfolio, the_person);
  acting uuid[] := one || ids_of_side(null, the_person);
begin
  return exists (select from running_block b where b.by_portfolio = any (one) or b.by_person = any (one)
    or b.portfolio = any (acting) or b.person = any (acting));
end $$;

/* Whether one of two sides does not want to hear from the other, in whatever name. This one function says so everywhere.
   A side is a portfolio, or null with a person who writes without one; beside a portfolio the person is who acts for it now, and
   then what that person keeps counts as who is blocked: nobody goes on as somebody else. That another portfolio of theirs blocked
   somebody is no reason for this one not to write to them. */
create function pair_blocked(the_portfolio uuid, the_other uuid, the_person uuid, the_other_person uuid default null)
  returns boolean language plpgsql stable as $$
declare
  one uuid[];
  other uuid[];
  one_acting uuid[];
  other_acting uuid[];
begin
  one := ids_of_side(the_portfolio, the_person);
  one_acting := one || ids_of_side(null, the_person);
  -- as `in_any_block`, without making the ids twice
  if not exists (select from running_block b where b.by_portfolio = any (one) or b.by_person = any (one)
      or b.portfolio = any (one_acting) or b.person = any (one_acting)) then
    return false;
  end if;
  other := ids_of_side(the_other, the_other_person);
  other_acting := other || ids_of_side(null, the_other_person);
  return exists (select from running_block b where
    ((b.by_portfolio = any (one) or b.by_person = any (one))
      and (b.portfolio = any (other_acting) or b.person = any (other_acting)))
    or ((b.by_portfolio = any (other) or b.by_person = any (other))
      and (b.portfolio = any (one_acting) or b.person = any (one_acting))));
end $$;

-- What is said stays as it was said; only who said it can go, when that person deletes the account.
create function message_as_it_was() returns trigger language plpgsql as $$
begin
  if new.author_id is not null and new.author_id is distinct from old.author_id
    or to_jsonb(new) - 'author_id' <> to_jsonb(old) - 'author_id' then
    perform refuse('message_as_it_was', 'a message stays as it was sent');
  end if;
  return new;
end $$;
create trigger message_as_it_was before update on message for each row execute function message_as_it_was();

create function message_can_be_sent() returns trigger language plpgsql as $$
declare
  c conversation;
  other uuid;
begin
  select * into c from conversation where id = new.conversation_id for update;
  if new.side <> 'product' then
    if new.author_id is null or not (
      exists (select from portfolio_keeps k where k.person_id = new.author_id
        and k.portfolio_id = case new.side when 'asker' then c.asker_id else c.answerer_id end)
      or (new.side = 'asker' and c.asker_id is null and c.asker_person_id = new.author_id)) then
      perform refuse('message_of_its_side', 'a message is written by somebody of its side');
    end if;
    other := case new.side when 'asker' then c.answerer_id else c.asker_id end;
    if other is null and c.asker_person_id is null then
      perform refuse('message_nobody_there', 'who asked deleted the account');
    end if;
    if portfolio_unreachable(other) is not null then
      perform refuse('message_to_reachable', 'nobody can write to this portfolio now');
    end if;
    if exists (select from portfolio where state = 'hidden' and id = case new.side when 'asker' then c.asker_id else c.answerer_id end) then
      perform refuse('message_from_hidden', 'a hidden portfolio does not write');
    end if;
    if pair_blocked(case new.side when 'asker' then c.asker_id else c.answerer_id end, other, new.author_id,
        case when other is null then c.asker_person_id end) then
      perform refuse('message_not_blocked', 'one of the two blocked the other');
    end if;
  end if;
  -- who waited for another message comes after it, so that nobody has read it before it was sent
  new.sent_at := greatest(new.sent_at,
    (select max(sent_at) + interval '1 millisecond' from message where conversation_id = new.conversation_id));
  update conversation set last_message_at = greatest(last_message_at, new.sent_at) where id = new.conversation_id;
  return new;
end $$;
create trigger message_can_be_sent before insert on message for each row execute function message_can_be_sent();

create index message_author_id_sent_at_idx on message (author_id, sent_at);

-- ───────────────────────────── reports ─────────────────────────────

/* Whether a report is somebody's own affair: they are or were on one of the two sides since it was made. */
create function report_of_own(the_report uuid, the_person uuid) returns boolean language sql stable as $$
  select exists (
    select from message_report r join conversation c on c.id = r.conversation_id where r.id = the_report and (
      the_person in (r.reporter_id, c.asker_person_id)
      or exists (select from portfolio_keeps k where k.person_id = the_person and k.portfolio_id in (c.asker_id, c.answerer_id))
      or exists (select from portfolio_keeper k where k.person_id = the_person and k.portfolio_id in (c.asker_id, c.answerer_id)
        and k.ended_at >= r.reported_at)
      or exists (select from organisation_member m
        join portfolio p on p.id in (c.asker_id, c.answerer_id) left join initiative i on i.id = p.initiative_id
        where m.person_id = the_person and m.organisation_id in (p.organisation_id, i.organisation_id)
          and m.begins_on <= amsterdam_day(now()) and m.ends_on >= amsterdam_day(r.reported_at))))
$$;

create function message_report_of_others() returns trigger language plpgsql as $$
begin
  if new.answered_by_id is not null and new.answered_by_id is distinct from old.answered_by_id
    and report_of_own(new.id, new.answered_by_id) then
    perform refuse('message_report_of_others', 'nobody answers a report of a conversation of their own');
  end if;
  return new;
end $$;
create trigger message_report_of_others before update on message_report
  for each row execute function message_report_of_others();

-- ───────────────────────────── the exercise ─────────────────────────────

alter table support_round add constraint support_round_one_at_a_time
  exclude using gist (daterange(opens_on, closes_on, '[]') with &&);

/* A choice is made while its round runs, about two that are on the marketplace. Two that choose each other at the same
   instant wait for each other here, so that the second sees the first. */
create function support_choice_fits() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(
    'match:' || least(new.portfolio_id, new.chosen_id) || ':' || greatest(new.portfolio_id, new.chosen_id), 0));
  if not exists (select from support_round r
      where r.id = new.round_id and amsterdam_day(new.chosen_at) between r.opens_on and r.closes_on) then
    perform refuse('support_choice_in_round', 'the round does not run on this day');
  end if;
  if (select count(*) from portfolio_face where active and id in (new.portfolio_id, new.chosen_id)) < 2 then
    perform refuse('support_choice_of_active', 'both are on the marketplace');
  end if;
  -- also of another reason with a choice of before, which the other would read
  if pair_blocked(new.portfolio_id, new.chosen_id, new.chosen_by_id) then
    perform refuse('support_choice_not_blocked', 'one of the two blocked the other');
  end if;
  return new;
end $$;
create trigger support_choice_fits before insert or update of chosen_id, direction, round_id, portfolio_id, reason on support_choice
  for each row execute function support_choice_fits();

/* One says "they support us", the other "we support them", in one round: that is a match, once and for good. */
create function support_choice_matches() returns trigger language plpgsql as $$
begin
  if exists (select from support_choice c
      where c.round_id = new.round_id and c.portfolio_id = new.chosen_id and c.chosen_id = new.portfolio_id
        and c.direction <> new.direction) then
    insert into portfolio_match (id, low_id, high_id, origin, made_at)
      values (gen_random_uuid(), least(new.portfolio_id, new.chosen_id), greatest(new.portfolio_id, new.chosen_id), 'exercise', new.chosen_at)
      on conflict (low_id, high_id) do nothing;
  end if;
  return null;
end $$;
create trigger support_choice_matches after insert or update of chosen_id, direction on support_choice
  for each row execute function support_choice_matches();

-- What became of a match is told later; that there was one stays.
create function portfolio_match_stays() returns trigger language plpgsql as $$
begin
  if (new.id, new.low_id, new.high_id, new.origin, new.made_at) is distinct from (old.id, old.low_id, old.high_id, old.origin, old.made_at)
    or (old.asked_at is not null and new.asked_at is distinct from old.asked_at) then
    perform refuse('portfolio_match_stays', 'a match stays as it was made');
  end if;
  return new;
end $$;
create trigger portfolio_match_stays before update on portfolio_match for each row execute function portfolio_match_stays();

-- ───────────────────────────── finding ─────────────────────────────

create index portfolio_line_words on portfolio_line using gin (plain_text(text) gin_trgm_ops);
create index portfolio_own_words on portfolio using gin (plain_text(name || ' ' || about || ' ' || place) gin_trgm_ops);

-- ───────────────────────────── how long it is kept ─────────────────────────────

/* Adds to what the retention of before knows and repeats none of it, so that it stands whatever other migrations added:
   conversations go so long after their last message, groups so long after the last keeper left, and an account that keeps a group or
   a conversation is in use. */
do $$
begin
  execute format('create or replace view retention_row as
    select kind, key, key2, since from (%s) known
      where kind <> ''accounts-unused''
        or (not exists (select from portfolio_keeper k where k.person_id = known.key and k.ended_at is null)
          and not exists (select from conversation c where c.asker_person_id = known.key)
          and not exists (select from portfolio_claim c where c.person_id = known.key and c.answer is null))
    union all
    select ''conversations'', c.id, null::uuid, amsterdam_day(c.last_message_at) from conversation c
      where not exists (select from message_report r where r.conversation_id = c.id and r.answered_at is null)
    union all
    -- what was written with others stays as long as conversations do
    select ''portfolios-left'', p.id, null::uuid, amsterdam_day(p.changed_at) from portfolio p
      where p.kind = ''group'' and p.state <> ''open'' and not exists (select from portfolio_keeps k where k.portfolio_id = p.id)
        and not exists (select from conversation c where p.id in (c.asker_id, c.answerer_id))
    union all
    select ''keeper-invitations'', v.id, null::uuid, amsterdam_day(v.invited_at) from keeper_invitation v
    union all
    select ''portfolio-claims'', c.id, null::uuid, amsterdam_day(c.answered_at) from portfolio_claim c where c.answered_at is not null',
    rtrim(pg_get_viewdef('retention_row'::regclass), ';'));
  if pg_get_functiondef('shortest_retention(text)'::regprocedure) not like '%when ''receipts'' then%'
    or pg_get_functiondef('remove_past_retention(text, int)'::regprocedure) not like '%when ''receipts'' then%' then
    raise exception 'retention is written otherwise than this migration expects';
  end if;
  execute replace(pg_get_functiondef('shortest_retention(text)'::regprocedure),
    'when ''receipts'' then', 'when ''conversations'' then interval ''6 months''
     when ''portfolios-left'' then interval ''1 month'' when ''keeper-invitations'' then interval ''15 days''
     when ''portfolio-claims'' then interval ''1 month'' when ''receipts'' then');
  execute replace(pg_get_functiondef('remove_past_retention(text, int)'::regprocedure),
    'when ''receipts'' then', 'when ''conversations'' then delete from conversation where id = any (keys);
     when ''portfolios-left'' then delete from portfolio where id = any (keys);
     when ''keeper-invitations'' then delete from keeper_invitation where id = any (keys);
     when ''portfolio-claims'' then delete from portfolio_claim where id = any (keys);
     when ''receipts'' then');
end $$;

insert into retention_period (id, kind, amount, unit, starts_on, reason, added_at)
  select gen_random_uuid(), kind, amount, unit, '2021-01-01', reason, now() from (values
    ('conversations', 24, 'month', 'Zo lang kan een samenwerking nog op gang komen. Daarna is het gesprek voorbij.'),
    ('portfolios-left', 12, 'month', 'Een groep die een jaar door niemand wordt beheerd, begint niet opnieuw.'),
    ('keeper-invitations', 30, 'day', 'Een uitnodiging vervalt na veertien dagen. Daarna is het adres niet meer nodig.'),
    ('portfolio-claims', 12, 'month', 'Zo lang kan iemand vragen waarom een ander een plan mocht oppakken.')
  ) as given (kind, amount, unit, reason);
