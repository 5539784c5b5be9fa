/* Every server process keeps the pages that visitors without a session read most. What they hold is stale from the commit that changes a
   table they were made from, so that commit tells the name of the table, and nothing else, on one channel (docs/decisions/0036).
   A page made from a table that tells nothing is never kept: forgetting this for a new table costs speed, not truth. */
create function told_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('changed', tg_table_name);
  return null;
end $$;

/* For the migration that makes a table from which public pages are made. Also told where rules are put aside (session_replication_role),
   because a page is stale then too. */
create function tell_changes(the_table regclass) returns void language plpgsql as $$
begin
  execute format('create trigger tells_change after insert or update or delete on %s for each statement execute function told_change()', the_table);
  execute format('create trigger tells_emptied after truncate on %s for each statement execute function told_change()', the_table);
  execute format('alter table %s enable always trigger tells_change, enable always trigger tells_emptied', the_table);
end $$;

/* All but what no public page reads and much writes: sessions and codes, mail, messages, sealed accounts, the queue of suggestions. */
do $$
declare
  one record;
begin
  for one in
    select c.oid::regclass as the_table from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = current_schema() and c.relkind in ('r', 'p') and c.relname not in (
      '_prisma_migrations', 'session', 'sign_in_code', 'email_change', 'passkey', 'authenticator', 'backup_code', 'second_factor_try', 'form_key',
      'demo_mail', 'conversation', 'message', 'conversation_reading', 'message_report', 'portfolio_block', 'match_suggestion', 'suggestion_dismissal',
      'suggestion_interest', 'match_profile', 'match_todo', 'bank_account', 'bank_account_look', 'bank_mark_key', 'stripe_event',
      'retention_removal', 'subscriber', 'subscription', 'digest', 'gathering_pulse', 'gathering_change', 'integrity_look')
  loop
    perform tell_changes(one.the_table);
  end loop;
end $$;
