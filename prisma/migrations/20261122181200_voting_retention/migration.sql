/* That somebody voted by account is kept until the vote was counted and a dispute could have been raised. */
do $$
begin
  execute format('create or replace view retention_row as
    select kind, key, key2, since from (%s) known
    union all
    select ''vote-rights'', r.id, null::uuid, amsterdam_day(coalesce(v.counted_at, v.cancelled_at))
      from vote_right r join vote v on v.id = r.vote_id
      where r.person_id is not null and coalesce(v.counted_at, v.cancelled_at) is not null',
    rtrim(pg_get_viewdef('retention_row'::regclass), ';'));
  execute replace(pg_get_functiondef('shortest_retention(text)'::regprocedure), 'when ''receipts'' then',
    'when ''vote-rights'' then interval ''1 month'' when ''receipts'' then');
  execute replace(pg_get_functiondef('remove_past_retention(text, int)'::regprocedure), 'when ''receipts'' then',
    'when ''vote-rights'' then delete from vote_right where id = any (keys) and person_id is not null;
     when ''receipts'' then');
end $$;

insert into retention_period (id, kind, amount, unit, starts_on, reason, added_at)
  select gen_random_uuid(), kind, amount, unit, '2021-01-01', reason, now() from (values
    ('vote-rights', 3, 'month', 'Te bevestigen. Zo lang kan iemand bezwaar maken tegen de uitslag; wat iemand stemde is nergens bekend.')
  ) as given (kind, amount, unit, reason);
