/* The words with names of published minutes go some time after publication: of the redaction, of the version, and of the minutes as they
   were written. What was published stays. */
do $$
begin
  execute format('create or replace view retention_row as
    select kind, key, key2, since from (%s) known
    union all
    select ''minutes-names'', r.id, null::uuid, amsterdam_day(p.published_at)
      from redaction r join minutes_publication p on p.version_id = r.version_id
      where r.state = ''released'' and r.input <> ''{}''',
    rtrim(pg_get_viewdef('retention_row'::regclass), ';'));
  execute replace(pg_get_functiondef('shortest_retention(text)'::regprocedure), 'when ''receipts'' then',
    'when ''minutes-names'' then interval ''6 months'' when ''receipts'' then');
  execute replace(pg_get_functiondef('remove_past_retention(text, int)'::regprocedure), 'when ''receipts'' then',
    'when ''minutes-names'' then
       update redaction set input = ''{}'' where id = any (keys);
       delete from redaction_mark where redaction_id = any (keys);
       update minutes_version set content = ''{}'' where id in (select version_id from redaction where id = any (keys));
       update minutes n set content = ''{}'' where n.state = ''published'' and n.content <> ''{}''
         and n.id in (select v.minutes_id from minutes_version v join redaction r on r.version_id = v.id where r.id = any (keys))
         and not exists (select from minutes_version v where v.minutes_id = n.id and v.content <> ''{}'');
     when ''receipts'' then');
  -- the words as they were adopted may go, but never become others
  execute replace(pg_get_functiondef('minutes_move()'::regprocedure),
    'and (new.content, new.amendments) is distinct from (old.content, old.amendments)',
    'and (new.amendments is distinct from old.amendments or (new.content is distinct from old.content and not (new.state = ''published''
      and new.content = ''{}'' and not exists (select from minutes_version v where v.minutes_id = new.id and v.content <> ''{}''))))');
end $$;

insert into retention_period (id, kind, amount, unit, starts_on, reason, added_at) values
  (gen_random_uuid(), 'minutes-names', 24, 'month', '2021-01-01',
   'Zo lang kan iemand bezwaar maken tegen wat zwart is gemaakt, en kan het verslag verbeterd worden.', now());
