-- AlterTable
ALTER TABLE "vote_paper_entry" ADD COLUMN     "is_taken_back" BOOLEAN NOT NULL DEFAULT false;

/* What review found (docs/decisions/0040, 0042): tries are counted on when an entry is taken back, and a signal keeps no moment. */

-- A signal of many ballots from one address is noted in the request of a ballot: its moment would be that of the ballot.
alter table vote_signal disable trigger vote_signal_stays;
update vote_signal set noted_at = date_trunc('hour', noted_at, 'UTC') where noted_at <> date_trunc('hour', noted_at, 'UTC');
alter table vote_signal enable trigger vote_signal_stays;
alter table vote_signal
  add constraint vote_signal_noted_hour check (noted_at = date_trunc('hour', noted_at, 'UTC')),
  drop constraint vote_signal_kind,
  add constraint vote_signal_kind check (kind in ('burst', 'address', 'wrong-codes', 'new-accounts', 'sheet', 'invalid-papers'));

alter table vote_paper_entry add constraint vote_paper_entry_taken_back check (not is_taken_back or digest is null);

create or replace function vote_paper_entry_fits() returns trigger language plpgsql as $$
declare
  the_right vote_right;
  the_volunteer vote_table_volunteer;
begin
  if tg_op = 'DELETE' then
    -- with its volunteer, when that is removed
    if pg_trigger_depth() < 2 then
      perform refuse('vote_append_only', 'that a paper was entered stays');
    end if;
    return old;
  end if;
  if tg_op = 'UPDATE' then
    if (new.right_id, new.volunteer_id) is distinct from (old.right_id, old.volunteer_id) then
      perform refuse('vote_append_only', 'an entry stays with its paper');
    end if;
    -- also after taking it back: who could begin anew would find out what somebody else entered
    if new.tries < old.tries or new.digest is not null and new.digest is distinct from old.digest and new.tries = old.tries then
      perform refuse('vote_paper_entry_tries', 'every time that a paper is entered is a try');
    end if;
    if new.digest is null then
      if new.is_taken_back and old.digest is null and not old.is_taken_back
        or not new.is_taken_back and (old.is_taken_back or pg_trigger_depth() < 2) then
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

-- What somebody entered who left, and nobody confirmed, is entered again by others; how often it was tried stays.
create or replace function vote_table_left() returns trigger language plpgsql as $$
begin
  if new.ended_at is not null then
    update vote_paper_entry e set digest = null, is_taken_back = true where e.volunteer_id = new.id and e.digest is not null;
  end if;
  return null;
end $$;
