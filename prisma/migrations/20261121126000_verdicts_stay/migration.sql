-- Rule 4: a plan can come back to a loket and be accepted again in the same version. What was judged before stays, with
-- the step on the timeline that it belongs to.
alter table eligibility_check add column event_id uuid;
update eligibility_check c set event_id = (
  select e.id from initiative_event e where e.initiative_id = c.initiative_id and e.kind = 'accepted'
    and e.occurred_at <= c.checked_at order by e.sequence desc limit 1);
alter table eligibility_check
  drop constraint eligibility_check_pkey,
  alter column event_id set not null,
  add constraint eligibility_check_pkey primary key (event_id, rule_slug),
  add constraint eligibility_check_event_id_fkey foreign key (event_id) references initiative_event (id)
    on delete restrict on update cascade;
create index eligibility_check_initiative_id_idx on eligibility_check (initiative_id);

create trigger eligibility_check_append_only before update or delete on eligibility_check
  for each row execute function record_is_append_only();
create trigger eligibility_check_no_truncate before truncate on eligibility_check
  for each statement execute function record_is_append_only();
