-- CreateTable
CREATE TABLE "published_ledger_day" (
    "day" DATE NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "published_ledger_day_pkey" PRIMARY KEY ("day","version")
);

alter table published_ledger_day
  add constraint published_ledger_day_version check (version >= 1),
  add constraint published_ledger_day_file check (sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex')
    and text::jsonb ->> 'day' = to_char(day, 'YYYY-MM-DD'));

create trigger published_ledger_day_append_only before update or delete on published_ledger_day
  for each row execute function record_is_append_only();
create trigger published_ledger_day_never_truncated before truncate on published_ledger_day
  for each statement execute function record_is_append_only();

/* Versions follow each other: what was published first stays the first. */
create function published_ledger_day_next() returns trigger language plpgsql as $$
begin
  if new.version <> (select count(*) + 1 from published_ledger_day d where d.day = new.day) then
    perform refuse('published_ledger_day_version', 'the versions of a day follow each other');
  end if;
  return new;
end $$;
create trigger published_ledger_day_next before insert on published_ledger_day
  for each row execute function published_ledger_day_next();
