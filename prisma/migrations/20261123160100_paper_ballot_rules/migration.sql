/* Paper ballots at a staffed table (docs/decisions/0040): two people enter a paper without seeing each other's entry, and nothing of what stands on it is kept before it counts. */

alter table vote_sheet
  add constraint vote_sheet_kind check (kind in ('cards', 'papers'));

alter table vote_right
  drop constraint vote_right_of_somebody,
  add constraint vote_right_of_somebody check (num_nonnulls(code_hash, paper_number, person_id) = 1 and (sheet_id is null) = (person_id is not null)),
  add constraint vote_right_paper_number check (paper_number between 1 and 99999);

alter table vote_paper_entry
  add constraint vote_paper_entry_digest check (digest ~ '^[0-9a-f]{64}$'),
  -- who could try for ever would find out what somebody else entered
  add constraint vote_paper_entry_tries check (tries between 1 and 5);

alter table vote_invalid_paper
  add constraint vote_invalid_paper_reason check (reason in ('blank', 'too-many', 'over-budget', 'unclear', 'recognisable'));

-- Papers that were put in the box in time are entered until the first count: after that a lot would be drawn on other ballots.
create function vote_takes_papers(the_vote uuid) returns boolean language sql stable as $$
  select exists (select from vote v where v.id = the_vote
    and (v.state = 'open' or v.state = 'closed' and not exists (select from vote_count c where c.vote_id = v.id)))
$$;

-- Rights and ballots of papers are also written after closing; everything else of these two rules stays as it is.
do $$
declare
  before text;
  after text;
begin
  before := pg_get_functiondef('vote_right_fits()'::regprocedure);
  after := replace(before, $part$v.state = 'open' and (new.person_id is null or v.by_account)$part$,
    $part$(v.state = 'open' or new.paper_number is not null and vote_takes_papers(v.id)) and (new.person_id is null or v.by_account)$part$);
  if after = before then raise exception 'vote_right_fits has other words'; end if;
  execute after;
  before := pg_get_functiondef('vote_ballot_fits()'::regprocedure);
  after := replace(before, $part$v.id = new.vote_id and v.state = 'open' for share$part$,
    $part$v.id = new.vote_id and (v.state = 'open' or tg_op = 'INSERT' and current_setting('voting.paper', true) = 'on' and vote_takes_papers(v.id)) for share$part$);
  if after = before then raise exception 'vote_ballot_fits has other words'; end if;
  execute after;
end $$;

-- ─────────────── who staffs ───────────────

create function vote_table_fits() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if not exists (select from vote v where v.id = old.vote_id and v.state in ('counted', 'concluded', 'cancelled')) then
      perform refuse('vote_append_only', 'who staffed a table is known until the vote was counted');
    end if;
    return old;
  end if;
  if tg_op = 'UPDATE' and (new.id, new.vote_id, new.person_id) is distinct from (old.id, old.vote_id, old.person_id) then
    perform refuse('vote_append_only', 'a volunteer stays at the table of their vote');
  end if;
  if new.ended_at is null then
    perform from vote v where v.id = new.vote_id and v.state in ('announced', 'open', 'closed') for share;
    if not found then
      perform refuse('vote_table_in_time', 'a table is staffed from the announcement until the count');
    end if;
    perform hold_interests(array[new.person_id]);
    if interest_in_vote(new.person_id, new.vote_id) is not null then
      perform refuse('vote_table_without_interest', 'who has an interest in a project does not staff the table');
    end if;
  end if;
  return new;
end $$;
create trigger vote_table_fits before insert or update or delete on vote_table_volunteer for each row execute function vote_table_fits();

-- What somebody entered who left, and nobody confirmed, is entered again by others.
create function vote_table_left() returns trigger language plpgsql as $$
begin
  if new.ended_at is not null then
    delete from vote_paper_entry e where e.volunteer_id = new.id and e.digest is not null;
  end if;
  return null;
end $$;
create trigger vote_table_left after update on vote_table_volunteer for each row execute function vote_table_left();

-- ─────────────── entering ───────────────

create function vote_paper_entry_fits() returns trigger language plpgsql as $$
declare
  the_right vote_right;
  the_volunteer vote_table_volunteer;
begin
  if tg_op = 'DELETE' then
    -- with its volunteer, when that is removed; until then only while it waits
    if old.digest is null and pg_trigger_depth() < 2 then
      perform refuse('vote_append_only', 'that a paper was entered stays');
    end if;
    return old;
  end if;
  if tg_op = 'UPDATE' then
    if (new.right_id, new.volunteer_id) is distinct from (old.right_id, old.volunteer_id) or old.digest is null then
      perform refuse('vote_append_only', 'an entry stays with its paper');
    end if;
    if new.digest is null then
      if pg_trigger_depth() < 2 then
        perform refuse('vote_append_only', 'entries are wiped when the paper is done');
      end if;
      return new;
    end if;
  end if;
  select * into the_right from vote_right r where r.id = new.right_id;
  select * into the_volunteer from vote_table_volunteer v where v.id = new.volunteer_id;
  if new.digest is null or the_right.paper_number is null or the_right.vote_id <> the_volunteer.vote_id then
    perform refuse('vote_paper_of_vote', 'a volunteer enters papers of their vote');
  end if;
  if the_volunteer.ended_at is not null then
    perform refuse('vote_table_staffed', 'only who staffs the table enters papers');
  end if;
  perform from vote v where v.id = the_right.vote_id and vote_takes_papers(v.id) for share;
  if not found then
    perform refuse('vote_takes_papers', 'papers are entered until the count');
  end if;
  if the_right.is_used or exists (select from vote_invalid_paper i where i.right_id = new.right_id) then
    perform refuse('vote_paper_once', 'this paper is done');
  end if;
  perform hold_interests(array[the_volunteer.person_id]);
  if interest_in_vote(the_volunteer.person_id, the_right.vote_id) is not null then
    perform refuse('vote_table_without_interest', 'who has an interest in a project does not staff the table');
  end if;
  return new;
end $$;
create trigger vote_paper_entry_fits before insert or update or delete on vote_paper_entry for each row execute function vote_paper_entry_fits();

-- ─────────────── a paper is done ───────────────

-- The key of an entry is paper and volunteer, a volunteer is a person once: two equal entries are of two people.
create function vote_paper_confirmed(the_right uuid) returns boolean language sql stable as $$
  select exists (select from vote_paper_entry e where e.right_id = the_right and e.digest is not null group by e.digest having count(*) > 1)
$$;

create function vote_paper_used() returns trigger language plpgsql as $$
begin
  if new.is_used and new.paper_number is not null and (tg_op = 'INSERT' or not old.is_used) then
    if not vote_paper_confirmed(new.id) then
      perform refuse('vote_paper_two_persons', 'two people enter a paper alike before it counts');
    end if;
    if exists (select from vote_invalid_paper i where i.right_id = new.id) then
      perform refuse('vote_paper_once', 'this paper is done');
    end if;
  end if;
  return new;
end $$;
create trigger vote_paper_used before insert or update on vote_right for each row execute function vote_paper_used();

create function vote_paper_is_invalid() returns trigger language plpgsql as $$
declare
  the_right vote_right;
begin
  if tg_op <> 'INSERT' then
    perform refuse('vote_append_only', 'an invalid paper stays in the record');
  end if;
  select * into the_right from vote_right r where r.id = new.right_id for update;
  if the_right.paper_number is null or the_right.is_used then
    perform refuse('vote_paper_once', 'this paper is done');
  end if;
  perform from vote v where v.id = the_right.vote_id and vote_takes_papers(v.id) for share;
  if not found then
    perform refuse('vote_takes_papers', 'papers are entered until the count');
  end if;
  if not vote_paper_confirmed(new.right_id) then
    perform refuse('vote_paper_two_persons', 'two people say that a paper cannot count');
  end if;
  return new;
end $$;
create trigger vote_paper_is_invalid before insert or update or delete on vote_invalid_paper for each row execute function vote_paper_is_invalid();

create function vote_paper_wiped() returns trigger language plpgsql as $$
declare
  the_right uuid := case when tg_table_name = 'vote_right' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'right_id' end;
begin
  update vote_paper_entry e set digest = null where e.right_id = the_right and e.digest is not null;
  return null;
end $$;
create trigger vote_paper_wiped after update on vote_right for each row when (new.paper_number is not null and new.is_used) execute function vote_paper_wiped();
create trigger vote_paper_wiped after insert on vote_invalid_paper for each row execute function vote_paper_wiped();

create function vote_count_after_papers() returns trigger language plpgsql as $$
begin
  if exists (select from vote_paper_entry e join vote_right r on r.id = e.right_id where r.vote_id = new.vote_id and e.digest is not null) then
    perform refuse('vote_papers_wait', 'every paper that was entered is confirmed before the count');
  end if;
  return new;
end $$;
create trigger vote_count_after_papers before insert on vote_count for each row execute function vote_count_after_papers();
