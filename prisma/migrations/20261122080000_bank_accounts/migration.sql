-- CreateTable
CREATE TABLE "bank_account" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "key_id" TEXT NOT NULL,
    "iban_mark" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "last_four" CHAR(4) NOT NULL,
    "added_at" TIMESTAMPTZ NOT NULL,
    "ended_at" TIMESTAMPTZ,

    CONSTRAINT "bank_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bank_account_look" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "looker_id" UUID NOT NULL,
    "looked_at" TIMESTAMPTZ NOT NULL,
    "reason" TEXT NOT NULL,
    "batch_id" UUID,

    CONSTRAINT "bank_account_look_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bank_mark_key" (
    "id" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,
    "key_id" TEXT NOT NULL,

    CONSTRAINT "bank_mark_key_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "bank_account_person_id_idx" ON "bank_account"("person_id");

-- CreateIndex
CREATE INDEX "bank_account_iban_mark_idx" ON "bank_account"("iban_mark");

-- CreateIndex
CREATE INDEX "bank_account_look_account_id_looked_at_idx" ON "bank_account_look"("account_id", "looked_at");

-- AddForeignKey
ALTER TABLE "bank_account" ADD CONSTRAINT "bank_account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_account_look" ADD CONSTRAINT "bank_account_look_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "bank_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_account_look" ADD CONSTRAINT "bank_account_look_looker_id_fkey" FOREIGN KEY ("looker_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ─────────────── bank accounts of persons ───────────────

alter table bank_account
  add constraint bank_account_country check (country ~ '^[A-Z]{2}$'),
  add constraint bank_account_last_four check (last_four ~ '^[0-9A-Z]{4}$'),
  add constraint bank_account_key check (key_id ~ '^[a-z0-9]{1,20}$'),
  add constraint bank_account_sealed check (octet_length(sealed) = 0 or octet_length(sealed) between 30 and 1000),
  -- who knows the key could try all numbers behind a mark, so it goes with what it is a mark of
  add constraint bank_account_mark check (case octet_length(sealed) when 0 then iban_mark = '' else iban_mark ~ '^[0-9a-f]{64}$' end),
  add constraint bank_account_ended check (ended_at >= added_at),
  add constraint bank_account_erased check (octet_length(sealed) > 0 or ended_at is not null);

create unique index bank_account_one on bank_account (person_id) where ended_at is null;

-- Whether a payment that is not over yet still needs this account. There are no payments yet: the migration that brings their
-- tables replaces this function.
create function bank_account_needed(account uuid) returns boolean language sql stable as $$
  select false
$$;

-- What was approved for a person and not paid yet, in cents. The migration of payments replaces this function as well.
create function unpaid_allowance(person uuid) returns bigint language sql stable as $$
  select coalesce(sum(amount_cents), 0) from allowance_claim where person_id = person and state = 'approved'
$$;

create function bank_account_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.ended_at is not null or octet_length(new.sealed) = 0 then
      perform refuse('bank_account_fixed', 'an account begins with a number, and runs');
    end if;
    -- deleting an account changes the same row, and ends what it finds after that
    perform 1 from person where id = new.person_id and deleted_at is null for share;
    if not found then perform refuse('bank_account_of_person', 'this person left'); end if;
    return new;
  end if;
  if (new.id, new.person_id, new.country, new.last_four, new.added_at)
     is distinct from (old.id, old.person_id, old.country, old.last_four, old.added_at) then
    perform refuse('bank_account_fixed', 'another number is another account');
  end if;
  if old.ended_at is not null and new.ended_at is distinct from old.ended_at then
    perform refuse('bank_account_fixed', 'an account ends once');
  end if;
  if octet_length(new.sealed) = 0 and octet_length(old.sealed) > 0 then
    if bank_account_needed(new.id) then perform refuse('bank_account_needed', 'a payment still needs this account'); end if;
    if new.key_id <> old.key_id then perform refuse('bank_account_fixed', 'nothing is sealed by that key'); end if;
  elsif new.iban_mark <> old.iban_mark or (new.sealed <> old.sealed) <> (new.key_id <> old.key_id)
        or (octet_length(old.sealed) = 0 and new.sealed <> old.sealed) then
    -- the same number sealed anew with another key is all that can come in its place
    perform refuse('bank_account_fixed', 'another number is another account');
  end if;
  return new;
end $$;
create trigger bank_account_stays before insert or update on bank_account
  for each row execute function bank_account_stays();
create trigger bank_account_no_delete before delete on bank_account
  for each row execute function record_is_append_only();
create trigger bank_account_no_truncate before truncate on bank_account
  for each statement execute function record_is_append_only();

-- ─────────────── who saw one ───────────────

-- A word and a number, so that no names or amounts slip in: payment:V2026-0003
alter table bank_account_look
  add constraint bank_account_look_reason check (reason ~ '^[a-z][a-z-]{2,29}(:[A-Za-z0-9-]{1,40})?$');

create trigger bank_account_look_append_only before update or delete on bank_account_look
  for each row execute function record_is_append_only();
create trigger bank_account_look_no_truncate before truncate on bank_account_look
  for each statement execute function record_is_append_only();

-- ─────────────── the key of the marks ───────────────

alter table bank_mark_key
  add constraint bank_mark_key_one check (id = 1),
  add constraint bank_mark_key_sealed check (octet_length(sealed) between 30 and 1000 and key_id ~ '^[a-z0-9]{1,20}$');

create trigger bank_mark_key_no_delete before delete on bank_mark_key
  for each row execute function record_is_append_only();
create trigger bank_mark_key_no_truncate before truncate on bank_mark_key
  for each statement execute function record_is_append_only();
