/* Who staffed the table of a vote, and which papers they entered, is kept until the outcome can no longer be disputed. */
do $$
begin
  execute format('create or replace view retention_row as
    select kind, key, key2, since from (%s) known
    union all
    select ''vote-tables'', t.id, null::uuid, amsterdam_day(coalesce(v.counted_at, v.cancelled_at))
      from vote_table_volunteer t join vote v on v.id = t.vote_id
      where coalesce(v.counted_at, v.cancelled_at) is not null',
    rtrim(pg_get_viewdef('retention_row'::regclass), ';'));
  execute replace(pg_get_functiondef('shortest_retention(text)'::regprocedure), 'when ''receipts'' then',
    'when ''vote-tables'' then interval ''1 month'' when ''receipts'' then');
  execute replace(pg_get_functiondef('remove_past_retention(text, int)'::regprocedure), 'when ''receipts'' then',
    'when ''vote-tables'' then delete from vote_table_volunteer where id = any (keys);
     when ''receipts'' then');
end $$;

insert into retention_period (id, kind, amount, unit, starts_on, reason, added_at)
  select gen_random_uuid(), kind, amount, unit, '2021-01-01', reason, now() from (values
    ('vote-tables', 3, 'month', 'Te bevestigen. Zo lang kan iemand bezwaar maken tegen de uitslag, en is na te gaan dat twee mensen elk biljet invoerden.')
  ) as given (kind, amount, unit, reason);
