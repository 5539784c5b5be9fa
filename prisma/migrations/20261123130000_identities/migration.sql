-- AlterTable
ALTER TABLE "session" ADD COLUMN     "identity_id" UUID;

-- AlterTable
ALTER TABLE "vote" ADD COLUMN     "by_identity" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "person_identity" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "used_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "person_identity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vote_mark" (
    "vote_id" UUID NOT NULL,
    "mark" TEXT NOT NULL,

    CONSTRAINT "vote_mark_pkey" PRIMARY KEY ("vote_id","mark")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_identity_issuer_subject_hash_key" ON "person_identity"("issuer", "subject_hash");

-- CreateIndex
CREATE UNIQUE INDEX "person_identity_person_id_issuer_key" ON "person_identity"("person_id", "issuer");

-- CreateIndex
CREATE INDEX "session_identity_id_idx" ON "session"("identity_id");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_identity_id_fkey" FOREIGN KEY ("identity_id") REFERENCES "person_identity"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_identity" ADD CONSTRAINT "person_identity_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_mark" ADD CONSTRAINT "vote_mark_vote_id_fkey" FOREIGN KEY ("vote_id") REFERENCES "vote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ─────────────── who somebody is elsewhere ───────────────

alter table person_identity
  add constraint person_identity_hash check (subject_hash ~ '^[0-9a-f]{64}$'),
  add constraint person_identity_issuer check (char_length(issuer) between 8 and 500),
  add constraint person_identity_used check (used_at >= created_at);

-- Who deletes the account, or whose account is past its period, is known here by no identity any more.
create function person_leaves_identities() returns trigger language plpgsql as $$
begin
  delete from person_identity where person_id = new.id;
  return null;
end $$;
create trigger person_leaves_identities after update of deleted_at on person
  for each row when (new.deleted_at is not null and old.deleted_at is null) execute function person_leaves_identities();

-- ─────────────── votes (docs/decisions/0041) ───────────────

alter table vote add constraint vote_identity_by_account check (by_account or not by_identity);
alter table vote_mark add constraint vote_mark_hash check (mark ~ '^[0-9a-f]{64}$');

-- Somebody who is removing the account at this moment votes before that or not at all: removing writes down below that they did.
create function vote_right_of_account() returns trigger language plpgsql as $$
begin
  if new.person_id is null then
    return new;
  end if;
  perform from person p where p.id = new.person_id and p.deleted_at is null for share;
  if not found then
    perform refuse('vote_account_gone', 'the account was removed');
  end if;
  if exists (select from vote v where v.id = new.vote_id and v.by_identity)
    and not exists (select from person_identity i where i.person_id = new.person_id) then
    perform refuse('vote_identity_needed', 'this vote asks who somebody is');
  end if;
  return new;
end $$;
create trigger vote_right_of_account before insert on vote_right for each row execute function vote_right_of_account();

-- A mark is written while a vote is open and stays exactly until it closes. One that comes as it closes is not needed any more.
create function vote_mark_while_open() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    perform refuse('vote_append_only', 'a mark stays as it is');
  end if;
  if tg_op = 'DELETE' then
    if exists (select from vote v where v.id = old.vote_id and v.state = 'open') then
      perform refuse('vote_append_only', 'marks stay until the vote closes');
    end if;
    return old;
  end if;
  return case when exists (select from vote v where v.id = new.vote_id and v.state = 'open') then new end;
end $$;
create trigger vote_mark_while_open before insert or update or delete on vote_mark for each row execute function vote_mark_while_open();

create function vote_wipes_marks() returns trigger language plpgsql as $$
begin
  delete from vote_mark m where m.vote_id = new.id;
  return null;
end $$;
create trigger vote_wipes_marks after update of state on vote
  for each row when (old.state <> new.state and new.state <> 'open') execute function vote_wipes_marks();
