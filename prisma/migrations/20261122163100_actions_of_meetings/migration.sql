-- AddForeignKey
ALTER TABLE "action" ADD CONSTRAINT "action_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

/* An action of minutes is of the body that met, and becomes public with the minutes and not before. */
create function action_of_meeting() returns trigger language plpgsql as $$
begin
  if not exists (select from meeting where id = new.meeting_id and body_id = new.body_id) then
    perform refuse('action_of_meeting', 'an action of minutes is of the body that met');
  end if;
  if new.published_at is not null and not exists (
      select from minutes where meeting_id = new.meeting_id and state = 'published') then
    perform refuse('action_after_minutes', 'an action of minutes is public when they are');
  end if;
  return null;
end $$;
create constraint trigger action_of_meeting after insert or update on action
  deferrable initially deferred for each row when (new.source = 'minutes') execute function action_of_meeting();
