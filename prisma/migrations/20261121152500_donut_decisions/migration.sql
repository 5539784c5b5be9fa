-- Each application for the donutfonds ends as a decision in the register: a reward with its money, or why there is none.

-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "donut_application_id" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "decision_donut_application_id_key" ON "decision"("donut_application_id");

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_donut_application_id_fkey" FOREIGN KEY ("donut_application_id") REFERENCES "donut_application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table decision add constraint decision_donut_award check (donut_application_id is null
  or coalesce(instrument = 'award' and recipient_organisation_id is not null and outcome in ('grant', 'decline'), false));

-- Whether the decision on an application says what the confirmed split says: outcome, amount, fund, organisation, persons.
create function donut_decision_follows(the_application uuid) returns boolean language sql stable as $$
  select exists (
    select 1 from donut_verdict v join donut_split s on s.id = v.split_id
      join donut_application a on a.id = v.application_id join donut_call c on c.id = a.call_id
      join decision d on d.donut_application_id = a.id
      where a.id = the_application and s.state = 'confirmed' and d.state = 'confirmed'
        and d.outcome = case when v.rewarded then 'grant' else 'decline' end
        and d.amount_cents is not distinct from case when v.rewarded then s.share_cents end
        and d.fund_id is not distinct from case when v.rewarded then c.fund_id end
        and d.body_id = c.body_id and d.recipient_organisation_id = a.organisation_id
        and d.proposer_id = s.proposer_id and d.confirmer_id = s.confirmer_id)
$$;

-- Checked at commit, from both sides: no confirmed split without its decisions, no such decision without the split.
create function donut_split_has_decisions() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'decision' then
    if to_jsonb(new) ->> 'donut_application_id' is not null
       and not donut_decision_follows((to_jsonb(new) ->> 'donut_application_id')::uuid) then
      perform refuse('donut_decision_follows_split', 'a decision on the donutfonds says what the split says');
    end if;
  elsif to_jsonb(new) ->> 'state' = 'confirmed' and exists (
    select 1 from donut_verdict v where v.split_id = (to_jsonb(new) ->> 'id')::uuid and not donut_decision_follows(v.application_id)) then
    perform refuse('donut_decision_follows_split', 'every application of a confirmed split has its decision');
  end if;
  return null;
end $$;
create constraint trigger donut_split_has_decisions after insert or update on donut_split
  deferrable initially deferred for each row execute function donut_split_has_decisions();
create constraint trigger donut_decision_follows_split after insert or update on decision
  deferrable initially deferred for each row execute function donut_split_has_decisions();
