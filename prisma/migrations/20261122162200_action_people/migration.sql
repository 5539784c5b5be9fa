/* Whose account an action was, and who wrote about it, goes some time after it was closed: the list goes on by organisation and role. */
do $$
begin
  execute format('create or replace view retention_row as
    select kind, key, key2, since from (%s) known
    union all
    select ''action-people'', a.id, null::uuid, amsterdam_day(a.closed_at)
      from action a where a.closed_at is not null and (a.owner_person_id is not null
        or exists (select from action_update u where u.action_id = a.id and u.by_person_id is not null))',
    rtrim(pg_get_viewdef('retention_row'::regclass), ';'));
  execute replace(pg_get_functiondef('shortest_retention(text)'::regprocedure), 'when ''receipts'' then',
    'when ''action-people'' then interval ''6 months'' when ''receipts'' then');
  execute replace(pg_get_functiondef('remove_past_retention(text, int)'::regprocedure), 'when ''receipts'' then',
    'when ''action-people'' then
       update action_update set by_person_id = null where action_id = any (keys) and by_person_id is not null;
       update action set owner_person_id = null where id = any (keys) and owner_person_id is not null;
     when ''receipts'' then');
end $$;

insert into retention_period (id, kind, amount, unit, starts_on, reason, added_at) values
  (gen_random_uuid(), 'action-people', 24, 'month', '2021-01-01',
   'Zo lang kan een team nagaan wie eraan werkte als een actie weer opengaat.', now());
