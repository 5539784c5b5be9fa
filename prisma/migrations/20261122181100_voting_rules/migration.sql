-- ─────────────── what a vote is ───────────────

alter table vote
  add constraint vote_state check (state in ('draft', 'announced', 'open', 'closed', 'counted', 'concluded', 'cancelled')),
  add constraint vote_texts check (char_length(title) between 3 and 100 and char_length(question) between 3 and 1000 and char_length(cancel_reason) <= 1000),
  add constraint vote_age check (minimum_age between 0 and 99),
  add constraint vote_period check (closes_at > opens_at),
  add constraint vote_ballot_kind check (ballot in ('approval', 'at-most', 'fill-budget') and (ballot = 'at-most') = (at_most is not null)
    and (at_most is null or at_most between 1 and 100)),
  add constraint vote_rule check (method in ('greedy', 'equal-shares') and (method = 'equal-shares') = (completion is not null)
    and (completion is null or completion in ('none', 'add1', 'add1u', 'utilitarian'))),
  add constraint vote_minimum_votes check (minimum_votes between 1 and 1000000),
  add constraint vote_amount check (amount_cents > 0),
  add constraint vote_salt check (char_length(salt) >= 22),
  add constraint vote_reserved check (reserved_cents between 0 and amount_cents),
  -- rule 1: announcing sets money apart
  add constraint vote_two_persons check (announcer_id is null or announcer_id <> preparer_id),
  add constraint vote_moments check (
    (state in ('draft') or cancelled_at is not null or announcer_id is not null)
    and (announcer_id is null) = (announced_at is null)
    and (opened_at is null or announced_at is not null)
    and (closed_at is null or opened_at is not null)
    and (counted_at is null or closed_at is not null)
    and (concluded_at is null or counted_at is not null)
    and (state <> 'open' or opened_at is not null)
    and (state <> 'closed' or closed_at is not null)
    and (state <> 'counted' or counted_at is not null)
    and (state = 'concluded') = (concluded_at is not null)
    and (state = 'cancelled') = (cancelled_at is not null)
    and (cancelled_at is null) = (canceller_id is null)
    and (cancelled_at is null) = (cancel_reason = ''));

alter table vote_project
  add constraint vote_project_number check (number between 1 and 500),
  add constraint vote_project_cost check (cost_cents > 0),
  add constraint vote_project_verdict check ((verdict is null or verdict in ('included', 'excluded'))
    and (verdict is null) = (checked_by_id is null) and (verdict is null) = (checked_at is null)
    and char_length(reason) <= 1000 and (verdict is distinct from 'excluded' or reason <> ''));

alter table vote_sheet add constraint vote_sheet_codes check (codes between 1 and 2000);

alter table vote_right
  add constraint vote_right_of_somebody check ((code_hash is null) = (sheet_id is null) and (code_hash is null) <> (person_id is null)),
  -- who may vote by account is not listed beforehand
  add constraint vote_right_person_used check (person_id is null or is_used);

alter table vote_ballot add constraint vote_ballot_key check (key ~ '^[0-9a-f]{64}$');
alter table vote_wrong_codes add constraint vote_wrong_codes_tries check (tries > 0);
alter table vote_count add constraint vote_count_attempt check (attempt between 1 and 100 and ballots >= 0);

-- ─────────────── states ───────────────

create function vote_keeps_its_rules() returns trigger language plpgsql as $$
declare
  fixed text[] := array['state', 'revision', 'reserved_cents', 'opened_at', 'closed_at', 'counted_at', 'concluded_at', 'canceller_id', 'cancelled_at', 'cancel_reason'];
begin
  if tg_op = 'DELETE' then
    perform refuse('vote_append_only', 'votes are never removed');
  end if;
  if not exists (select from fund f where f.id = new.fund_id and f.body_id = new.body_id) then
    perform refuse('vote_fund_of_body', 'a body opens a vote on money of its own');
  end if;
  if not exists (select from body b where b.id = new.body_id and b.kind in ('wijkalliantie', 'opgaveteam')) then
    perform refuse('vote_body_kind', 'a wijkalliantie or an opgaveteam opens a vote');
  end if;
  if tg_op = 'INSERT' then
    if new.state <> 'draft' then
      perform refuse('vote_move', 'a vote begins as a draft');
    end if;
  elsif old.state <> new.state then
    if (old.state, new.state) not in (('draft', 'announced'), ('announced', 'open'), ('open', 'closed'), ('closed', 'counted'), ('counted', 'concluded'),
      ('draft', 'cancelled'), ('announced', 'cancelled'), ('open', 'cancelled'), ('closed', 'cancelled')) then
      perform refuse('vote_move', 'a vote goes from draft to announced, open, closed, counted and concluded, or is cancelled');
    end if;
    if new.state = 'announced' then
      if not exists (select from vote_area a where a.vote_id = new.id) then
        perform refuse('vote_has_area', 'somebody must be able to vote');
      end if;
      if exists (select from vote_project p where p.vote_id = new.id and p.verdict is null) then
        perform refuse('vote_projects_checked', 'every project is checked before the vote is announced');
      end if;
      if not exists (select from vote_project p where p.vote_id = new.id and p.verdict = 'included') then
        perform refuse('vote_has_project', 'there must be something to choose');
      end if;
      if exists (select from vote_project p where p.vote_id = new.id and p.verdict = 'included' and p.cost_cents > new.amount_cents) then
        perform refuse('vote_project_affordable', 'a project that costs more than the whole amount cannot win');
      end if;
    end if;
  end if;
  if tg_op = 'UPDATE' and old.state <> 'draft' then
    if to_jsonb(old) - fixed is distinct from to_jsonb(new) - fixed then
      perform refuse('vote_announced_fixed', 'what was announced stays as it is');
    end if;
    if old.state in ('concluded', 'cancelled') then
      perform refuse('vote_move', 'this vote has ended');
    end if;
  end if;
  new.reserved_cents := case
    when new.state in ('announced', 'open', 'closed') then new.amount_cents
    when new.state = 'counted' then new.reserved_cents
    else 0 end;
  return new;
end $$;
create trigger vote_keeps_its_rules before insert or update or delete on vote for each row execute function vote_keeps_its_rules();

-- ─────────────── the money ───────────────

-- Rule 3 with the name that every command knows: what is set apart for votes cannot be promised to anything else.
alter table ledger_account drop constraint fund_not_overcommitted;
alter table ledger_account
  add constraint ledger_account_reserved check (reserved_cents >= 0),
  add constraint fund_not_overcommitted check (floor_cents is null or reserved_cents = 0 and balance_cents >= floor_cents
    or reserved_cents > 0 and balance_cents >= floor_cents + reserved_cents);

create function reserved_is_derived() returns trigger language plpgsql as $$
begin
  if new.reserved_cents <> old.reserved_cents and pg_trigger_depth() < 2 then
    perform refuse('account_reserved_derived', 'what is set apart follows from votes');
  end if;
  return new;
end $$;
create trigger ledger_account_reserved_derived before update on ledger_account for each row execute function reserved_is_derived();

-- The update locks the account, so that an announcement and a commitment on one fund wait for each other.
create function vote_sets_money_apart() returns trigger language plpgsql as $$
declare
  before bigint := case when tg_op = 'UPDATE' then old.reserved_cents else 0 end;
begin
  if new.reserved_cents <> before then
    update ledger_account a set reserved_cents = a.reserved_cents + new.reserved_cents - before
      from fund f where f.id = new.fund_id and a.id = f.available_account_id;
  end if;
  return null;
end $$;
create trigger vote_sets_money_apart after insert or update on vote for each row execute function vote_sets_money_apart();

-- ─────────────── what is put up, and where ───────────────

create function vote_parts_while_draft() returns trigger language plpgsql as $$
declare
  the_vote uuid := case when tg_op = 'DELETE' then old.vote_id else new.vote_id end;
begin
  perform from vote v where v.id = the_vote and v.state = 'draft' for share;
  if not found then
    perform refuse('vote_announced_fixed', 'what was announced stays as it is');
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  if tg_op = 'UPDATE' and new.vote_id <> old.vote_id then
    perform refuse('vote_announced_fixed', 'a project stays in its vote');
  end if;
  return new;
end $$;
create trigger vote_project_while_draft before insert or update or delete on vote_project for each row execute function vote_parts_while_draft();
create trigger vote_area_while_draft before insert or update or delete on vote_area for each row execute function vote_parts_while_draft();

-- Rule 2: who has an interest in an initiative does not say whether it takes part.
create function vote_project_without_interest() returns trigger language plpgsql as $$
begin
  if new.checked_by_id is not null then
    perform hold_interests(array[new.checked_by_id]);
    if interest_of(new.checked_by_id, new.initiative_id) is not null then
      perform refuse('vote_project_without_interest', 'somebody with an interest does not check it');
    end if;
  end if;
  return new;
end $$;
create trigger vote_project_without_interest before insert or update on vote_project for each row execute function vote_project_without_interest();

-- ─────────────── who may vote, and what was voted ───────────────

create function vote_sheet_fits() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    perform refuse('vote_append_only', 'sheets of codes stay in the record');
  end if;
  perform from vote v where v.id = new.vote_id and v.state in ('announced', 'open') for share;
  if not found then
    perform refuse('vote_not_open', 'codes are made from the announcement until the end');
  end if;
  if not exists (select from vote_area a where a.vote_id = new.vote_id and a.area_code = new.area_code) then
    perform refuse('vote_area_of_vote', 'codes are for an area of the vote');
  end if;
  return new;
end $$;
create trigger vote_sheet_fits before insert or update or delete on vote_sheet for each row execute function vote_sheet_fits();

-- A right is used once and never given back. Rights of people go some time after the vote.
create function vote_right_fits() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.person_id is null or not exists (select from vote v where v.id = old.vote_id and v.state in ('counted', 'concluded', 'cancelled')) then
      perform refuse('vote_append_only', 'rights stay until the vote was counted');
    end if;
    return old;
  end if;
  if tg_op = 'UPDATE' and (not new.is_used or old.is_used or (to_jsonb(old) - 'is_used') is distinct from (to_jsonb(new) - 'is_used')) then
    perform refuse('vote_right_once', 'a right is used once and stays as it is');
  end if;
  if new.is_used then
    perform from vote v where v.id = new.vote_id and v.state = 'open' and (new.person_id is null or v.by_account) for share;
  else
    perform from vote v where v.id = new.vote_id and v.state in ('announced', 'open') for share;
  end if;
  if not found then
    perform refuse('vote_not_open', 'votes are cast while a vote is open');
  end if;
  if tg_op = 'INSERT' and not exists (select from vote_area a where a.vote_id = new.vote_id and a.area_code = new.area_code) then
    perform refuse('vote_area_of_vote', 'a right is for an area of the vote');
  end if;
  return new;
end $$;
create trigger vote_right_fits before insert or update or delete on vote_right for each row execute function vote_right_fits();

create function vote_ballot_fits() returns trigger language plpgsql as $$
declare
  the_vote vote;
  chosen int := coalesce(array_length(new.choices, 1), 0);
  found_projects int;
  cost bigint;
begin
  if current_setting('voting.shuffling', true) = 'on' then
    return new;
  end if;
  if tg_op = 'UPDATE' and (new.vote_id, new.key) is distinct from (old.vote_id, old.key) then
    perform refuse('vote_append_only', 'a ballot stays where it is');
  end if;
  select * into the_vote from vote v where v.id = new.vote_id and v.state = 'open' for share;
  if not found then
    perform refuse('vote_not_open', 'votes are cast while a vote is open');
  end if;
  select count(*), coalesce(sum(p.cost_cents), 0) into found_projects, cost from vote_project p
    where p.vote_id = new.vote_id and p.verdict = 'included' and p.number = any (new.choices);
  if chosen = 0 or found_projects <> chosen then
    perform refuse('vote_ballot_choices', 'a ballot names projects of the vote, each once');
  end if;
  if the_vote.ballot = 'at-most' and chosen > the_vote.at_most then
    perform refuse('vote_ballot_at_most', 'more was chosen than may be');
  end if;
  if the_vote.ballot = 'fill-budget' and cost > the_vote.amount_cents then
    perform refuse('vote_ballot_within_budget', 'what was chosen costs more than there is');
  end if;
  return new;
end $$;
create trigger vote_ballot_fits before insert or update on vote_ballot for each row execute function vote_ballot_fits();

create function vote_ballots_stay() returns trigger language plpgsql as $$
begin
  if current_setting('voting.shuffling', true) is distinct from 'on' then
    perform refuse('vote_append_only', 'ballots are never removed');
  end if;
  return null;
end $$;
create trigger vote_ballots_stay before delete or truncate on vote_ballot for each statement execute function vote_ballots_stay();

-- Where a row stands on disk and which transaction wrote it would tell which ballot came with which right. So all ballots are written anew in
-- an order by chance, in one transaction, into a new file; the old one is gone with the commit (docs/decisions/0037).
create function shuffle_ballots() returns void language plpgsql as $$
begin
  -- who waits for a copy of the database that is being made holds up every voter behind
  set local lock_timeout = '3s';
  lock table vote_ballot in access exclusive mode;
  perform set_config('voting.shuffling', 'on', true);
  drop table if exists pg_temp.shuffled_ballot;
  create temporary table shuffled_ballot on commit drop as select vote_id, key, choices from vote_ballot;
  truncate vote_ballot;
  insert into vote_ballot (vote_id, key, choices) select vote_id, key, choices from shuffled_ballot order by random();
  perform set_config('voting.shuffling', 'off', true);
  set local lock_timeout = 0;
end $$;

create function vote_count_fits() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    perform refuse('vote_append_only', 'counts stay in the record');
  end if;
  perform from vote v where v.id = new.vote_id and v.state = 'closed' for update;
  if not found then
    perform refuse('vote_not_closed', 'a vote is counted after it closed');
  end if;
  if new.ballots <> (select count(*) from vote_right r where r.vote_id = new.vote_id and r.is_used)
    or new.ballots <> (select count(*) from vote_ballot b where b.vote_id = new.vote_id) then
    perform refuse('vote_ballots_add_up', 'as many ballots as rights that were used');
  end if;
  return new;
end $$;
create trigger vote_count_fits before insert or update or delete on vote_count for each row execute function vote_count_fits();

-- Ballots, rights and wrong codes tell nothing: pages are not kept for them, and a notice would say when somebody voted.
select tell_changes('vote');
select tell_changes('vote_area');
select tell_changes('vote_project');
select tell_changes('vote_count');
