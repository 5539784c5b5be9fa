-- An editor may rewrite what a body says of itself. Every wording stays: with who wrote it and when.

alter table "body" add column "revision" integer not null default 1;

create table "body_text" (
    "body_id" uuid not null,
    "revision" integer not null,
    "remit" text not null,
    "remit_en" text not null,
    "written_by_id" uuid,
    "written_at" timestamptz not null default current_timestamp,

    constraint "body_text_pkey" primary key ("body_id", "revision")
);

create index "body_text_written_by_id_idx" on "body_text"("written_by_id");

alter table "body_text" add constraint "body_text_body_id_fkey"
  foreign key ("body_id") references "body"("id") on delete restrict on update cascade;
alter table "body_text" add constraint "body_text_written_by_id_fkey"
  foreign key ("written_by_id") references "person"("id") on delete restrict on update cascade;

-- The form says the same limits in words (app/modules/programme/form.ts).
alter table body_text
  add constraint body_text_length check (
    char_length(remit) <= 600 and char_length(remit_en) <= 600
    and btrim(remit, E' \t\r\n') <> '' and btrim(remit_en, E' \t\r\n') <> ''),
  -- the first wording comes from the programme's papers; who rewrites it is known
  add constraint body_text_author check (revision >= 1 and (revision = 1 or written_by_id is not null));

insert into body_text (body_id, revision, remit, remit_en) select id, revision, remit, remit_en from body;

create trigger body_text_append_only before update or delete on body_text
  for each row execute function record_is_append_only();
create trigger body_text_no_truncate before truncate on body_text
  for each statement execute function record_is_append_only();

-- A new body brings its first wording along.
create function body_begins_its_texts() returns trigger language plpgsql as $$
begin
  insert into body_text (body_id, revision, remit, remit_en) values (new.id, new.revision, new.remit, new.remit_en);
  return new;
end $$;
create trigger body_begins_its_texts after insert on body
  for each row execute function body_begins_its_texts();

-- What the page says is what the record says: another wording needs the next revision, and that its own line in the record.
create function body_text_is_recorded() returns trigger language plpgsql as $$
begin
  if (new.remit, new.remit_en, new.revision) is distinct from (old.remit, old.remit_en, old.revision) then
    if new.revision <> old.revision + 1 or not exists (
      select 1 from body_text t where t.body_id = new.id and t.revision = new.revision
        and t.remit = new.remit and t.remit_en = new.remit_en) then
      perform refuse('body_text_recorded', 'the texts of a body change with their record');
    end if;
  end if;
  return new;
end $$;
create trigger body_text_recorded before update on body
  for each row execute function body_text_is_recorded();
