-- CreateTable
CREATE TABLE "vote_publication" (
    "vote_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "text" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "vote_publication_pkey" PRIMARY KEY ("vote_id","kind","attempt")
);

-- AddForeignKey
ALTER TABLE "vote_publication" ADD CONSTRAINT "vote_publication_vote_id_fkey" FOREIGN KEY ("vote_id") REFERENCES "vote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table vote_publication
  add constraint vote_publication_kind check (kind in ('announcement', 'ballots') and (kind = 'announcement') = (attempt = 0)),
  add constraint vote_publication_file check (sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex'));

/* What was published stays, byte for byte. */
create function vote_publication_stays() returns trigger language plpgsql as $$
begin
  perform refuse('vote_append_only', 'what was published of a vote stays as it is');
  return null;
end $$;
create trigger vote_publication_stays before update or delete on vote_publication for each row execute function vote_publication_stays();
create trigger vote_publication_never_truncated before truncate on vote_publication for each statement execute function vote_publication_stays();

/* Ballots are published with the count that they give, and never before. */
create function vote_publication_fits() returns trigger language plpgsql as $$
begin
  if new.kind = 'ballots' and not exists (select from vote_count c where c.vote_id = new.vote_id and c.attempt = new.attempt and not c.is_tie) then
    perform refuse('vote_not_closed', 'ballots are published with the count that they give');
  end if;
  return new;
end $$;
create trigger vote_publication_fits before insert on vote_publication for each row execute function vote_publication_fits();

/* No vote is announced without its rule being published, and none counted without its ballots. */
create function vote_is_published() returns trigger language plpgsql as $$
begin
  if not exists (select from vote_publication p where p.vote_id = new.id
    and case new.state when 'announced' then p.kind = 'announcement'
      else p.attempt = (select max(c.attempt) from vote_count c where c.vote_id = new.id) end) then
    perform refuse('vote_is_published', 'announcing publishes the rule, counting the ballots');
  end if;
  return null;
end $$;
create constraint trigger vote_is_published after update of state on vote deferrable initially deferred
  for each row when (new.state is distinct from old.state and new.state in ('announced', 'counted')) execute function vote_is_published();

alter table log_leaf drop constraint log_leaf_kind;
alter table log_leaf add constraint log_leaf_kind check (kind in ('decision', 'correction', 'ledger-day', 'minutes', 'vote', 'vote-result'));

select tell_changes('vote_publication');
