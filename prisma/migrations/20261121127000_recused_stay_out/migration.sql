-- Rule 2: who stayed out of a decision because of an interest, as its attendance says, neither proposes nor confirms it.
-- At confirmation, because the attendance is written after the decision it belongs to.
create function recused_stay_out() returns trigger language plpgsql as $$
begin
  if new.state = 'confirmed' and new.origin = 'product' and exists (
    select 1 from decision_participant p
      where p.decision_id = new.id and p.part = 'recused' and p.person_id in (new.proposer_id, new.confirmer_id)) then
    perform refuse('decision_without_interest', 'who stayed out of the decision cannot propose or confirm it');
  end if;
  return new;
end $$;
create trigger decision_recused_stay_out before insert or update on decision
  for each row execute function recused_stay_out();
