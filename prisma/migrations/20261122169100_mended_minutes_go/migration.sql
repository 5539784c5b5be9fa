/* A name that slipped into published minutes must be able to go. Once a mended version is public and the leaf of this one was erased from
   the log, its words go: who published it when, and its receipt, stay. Nothing else of a publication ever changes. */
alter table minutes_publication
  drop constraint minutes_publication_receipt,
  add constraint minutes_publication_receipt check (published = '' or receipt = encode(sha256(convert_to(published, 'UTF8')), 'hex'));

create function minutes_publication_says() returns trigger language plpgsql as $$
begin
  if new.published = '' then perform refuse('minutes_publication_receipt', 'what is published has words'); end if;
  return new;
end $$;
create trigger minutes_publication_says before insert on minutes_publication
  for each row execute function minutes_publication_says();

create or replace function minutes_publication_stays() returns trigger language plpgsql as $$
declare
  the_version minutes_version;
begin
  if tg_op = 'UPDATE' then
    select * into the_version from minutes_version where id = old.version_id;
    if (to_jsonb(new) - 'published_by_id' - 'published') is not distinct from (to_jsonb(old) - 'published_by_id' - 'published')
       and (new.published_by_id is null or new.published_by_id is not distinct from old.published_by_id)
       and (new.published = old.published or (new.published = ''
         and exists (select from minutes_version v join minutes_publication p on p.version_id = v.id
           where v.minutes_id = the_version.minutes_id and v.version > the_version.version and p.published <> '')
         and not exists (select from log_leaf l join minutes n on n.number = l.subject
           where n.id = the_version.minutes_id and l.kind in ('minutes', 'correction') and position(old.receipt in l.record) > 0))) then
      return new;
    end if;
  end if;
  perform refuse('minutes_publication_stays', 'what was published stays as it is');
  return null;
end $$;
