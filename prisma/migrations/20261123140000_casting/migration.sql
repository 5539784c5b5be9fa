-- Casting in one statement, so in one transaction and one trip: 500 ballots a second (docs/decisions/0042). The rules stand in the triggers
-- of the two tables; this says what came of it, in words that the command knows. Nothing is written where it refuses.
create function cast_ballot(the_vote uuid, the_key text, the_choices int[], moment timestamptz, the_code text, the_person uuid, the_area text)
returns text language plpgsql as $$
declare
  used_now boolean := false;
begin
  perform from vote v where v.id = the_vote and v.state = 'open' and v.closes_at > moment for share;
  if not found then
    return 'vote-not-open';
  end if;
  if the_person is not null then
    if not exists (select from vote_right r where r.vote_id = the_vote and r.person_id = the_person) then
      -- at the same moment on two phones: the second waits here for the first, and finds it done
      insert into vote_right (vote_id, area_code, person_id, is_used) values (the_vote, the_area, the_person, true)
        on conflict (vote_id, person_id) do nothing;
      used_now := found;
    end if;
  else
    update vote_right set is_used = true where vote_id = the_vote and code_hash = the_code and not is_used;
    used_now := found;
  end if;
  if used_now then
    insert into vote_ballot (vote_id, key, choices) values (the_vote, the_key, the_choices);
    return 'cast';
  end if;
  -- the right was used: this is the same voter when the ballot is theirs, by a code that nobody else has
  update vote_ballot set choices = the_choices where vote_id = the_vote and key = the_key;
  if found then
    return 'changed';
  end if;
  if the_person is null and not exists (select from vote_right r where r.vote_id = the_vote and r.code_hash = the_code) then
    return 'code-unknown';
  end if;
  return 'already-voted';
end $$;
