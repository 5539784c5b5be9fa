-- A review locks the memberships of its reviewer before their interests, as a change of a membership does. Triggers of a
-- table run in the order of their names: this one has to come right before `review_without_interest`.
alter trigger reviewer_in_office on review rename to review_within_office;

-- Rule 1: an opening brings money into a fund. It does not promise it: that takes a decision and two persons.
create or replace function opening_comes_from_source() returns trigger language plpgsql as $$
begin
  if exists (select 1 from ledger_entry e where e.id = new.entry_id and e.kind = 'opening')
     and not exists (
       select 1 from ledger_account a where a.id = new.account_id
         and a.kind <> 'committed' and (a.kind = 'source') = (new.amount_cents < 0)) then
    perform refuse('opening_from_source', 'an opening takes its money from outside the programme, and promises none');
  end if;
  return new;
end $$;
