-- CreateTable
CREATE TABLE "email_change" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "old_email" TEXT NOT NULL,
    "new_email" TEXT NOT NULL,
    "requester_hash" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "confirmed_at" TIMESTAMPTZ,

    CONSTRAINT "email_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "email_change_person_id_created_at_idx" ON "email_change"("person_id", "created_at");

-- CreateIndex
CREATE INDEX "email_change_new_email_created_at_idx" ON "email_change"("new_email", "created_at");

-- CreateIndex
CREATE INDEX "email_change_requester_hash_created_at_idx" ON "email_change"("requester_hash", "created_at");

-- AddForeignKey
ALTER TABLE "email_change" ADD CONSTRAINT "email_change_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ─────────────── another mail address ───────────────

alter table email_change
  add constraint email_change_lower check (old_email = lower(old_email) and new_email = lower(new_email)),
  add constraint email_change_other check (new_email <> old_email and char_length(new_email) between 3 and 200),
  add constraint email_change_tries check (tries between 0 and 5),
  add constraint email_change_confirmed check (confirmed_at is null or (confirmed_at >= created_at and confirmed_at <= expires_at));

-- What was asked stays as it was asked; only tries are counted, and that the code came back.
create function email_change_fits() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.tries <> 0 or new.confirmed_at is not null
       or not exists (select 1 from person where id = new.person_id and email = new.old_email and deleted_at is null) then
      perform refuse('email_change_fits', 'an address is changed from the one that counts, and begins without an answer');
    end if;
    return new;
  end if;
  if (to_jsonb(new) - '{tries,confirmed_at,expires_at}'::text[]) is distinct from (to_jsonb(old) - '{tries,confirmed_at,expires_at}'::text[])
     or new.tries < old.tries or new.expires_at > old.expires_at or old.confirmed_at is not null then
    perform refuse('email_change_fixed', 'what was asked and answered stays');
  end if;
  return new;
end $$;
create trigger email_change_fits before insert or update on email_change
  for each row execute function email_change_fits();

-- From when it is confirmed the address is the new one (checked at commit).
create function email_change_counts() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from person where id = new.person_id and email = new.new_email) then
    perform refuse('email_change_counts', 'an address that was confirmed counts');
  end if;
  return null;
end $$;
create constraint trigger email_change_counts after update on email_change
  deferrable initially deferred for each row when (old.confirmed_at is null and new.confirmed_at is not null)
  execute function email_change_counts();
