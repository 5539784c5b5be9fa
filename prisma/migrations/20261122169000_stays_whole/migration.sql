/* What is not deleted is not emptied either: the tables of which rows stay and that could still be truncated. And which decision of the
   register a line of adopted minutes tells of, does not go. */
create trigger undertaking_wording_no_truncate before truncate on undertaking_wording
  for each statement execute function record_is_append_only();
create trigger undertaking_answer_no_truncate before truncate on undertaking_answer
  for each statement execute function record_is_append_only();
create trigger undertaking_proof_no_truncate before truncate on undertaking_proof
  for each statement execute function record_is_append_only();
create trigger minutes_no_truncate before truncate on minutes for each statement execute function meeting_stays();
create trigger minutes_decision_no_truncate before truncate on minutes_decision
  for each statement execute function meeting_stays();
create trigger meeting_item_no_truncate before truncate on meeting_item for each statement execute function meeting_stays();
create trigger meeting_request_no_truncate before truncate on meeting_request for each statement execute function meeting_stays();
create trigger redaction_mark_no_truncate before truncate on redaction_mark for each statement execute function redaction_stays();

/* Nobody's request gets lost: it is withdrawn, or answered. */
create trigger meeting_request_stays before delete on meeting_request for each row execute function meeting_stays();

create function minutes_decision_stays() returns trigger language plpgsql as $$
begin
  if exists (select from minutes where id = old.minutes_id and state in ('adopted', 'published')) then
    perform refuse('minutes_adopted_stay', 'what was adopted does not change');
  end if;
  return old;
end $$;
create trigger minutes_decision_stays before delete on minutes_decision for each row execute function minutes_decision_stays();
