-- A verdict of the loket belongs to a step of the same plan: it is shown beside that step.
alter table initiative_event add constraint initiative_event_id_initiative_id_key unique (id, initiative_id);
alter table eligibility_check drop constraint eligibility_check_event_id_fkey,
  add constraint eligibility_check_event_id_fkey foreign key (event_id, initiative_id)
    references initiative_event (id, initiative_id) on delete restrict on update cascade;
