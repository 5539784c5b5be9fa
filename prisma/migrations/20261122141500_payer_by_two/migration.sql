-- ─────────────── from which account the programme pays, by two ───────────────

alter table payer_account_proposal
  add constraint payer_account_holder check (char_length(btrim(holder)) between 2 and 70),
  add constraint payer_account_iban check (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'),
  add constraint payer_account_bic check (bic ~ '^([A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?)?$'),
  add constraint payer_proposal_state check (state in ('proposed', 'confirmed', 'refused')),
  add constraint payer_proposal_two_persons check (state <> 'confirmed' or answered_by_id <> proposed_by_id),
  add constraint payer_proposal_answered check (
    (state = 'proposed') = (answered_by_id is null) and (answered_by_id is null) = (answered_at is null));
create unique index payer_proposal_one on payer_account_proposal ((true)) where state = 'proposed';

create function payer_proposal_fits() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'proposed' then perform refuse('payer_proposal_state', 'somebody else confirms it'); end if;
    if not is_administrator(new.proposed_by_id, amsterdam_day(new.proposed_at)) then
      perform refuse('payer_proposal_role', 'an administrator proposes from which account the programme pays');
    end if;
    return new;
  end if;
  if old.state <> 'proposed' or (new.id, new.holder, new.iban, new.bic, new.proposed_by_id, new.proposed_at)
     is distinct from (old.id, old.holder, old.iban, old.bic, old.proposed_by_id, old.proposed_at) then
    perform refuse('payer_proposal_fixed', 'what was proposed is confirmed or refused, and else stays as it is');
  end if;
  if not is_administrator(new.answered_by_id, amsterdam_day(new.answered_at))
     and not is_office_treasurer(new.answered_by_id, amsterdam_day(new.answered_at)) then
    perform refuse('payer_proposal_role', 'an administrator or a treasurer of the office answers it');
  end if;
  return new;
end $$;
create trigger payer_proposal_fits before insert or update on payer_account_proposal
  for each row execute function payer_proposal_fits();
create trigger payer_proposal_no_delete before delete on payer_account_proposal
  for each row execute function record_is_append_only();
create trigger payer_proposal_no_truncate before truncate on payer_account_proposal
  for each statement execute function record_is_append_only();

create function payer_account_by_two() returns trigger language plpgsql as $$
begin
  -- who sends a batch at this instant sees the one account or the other
  perform pg_advisory_xact_lock(hashtextextended('payer-account', 0));
  if not exists (select 1 from payer_account_proposal p
                 where p.id = new.proposal_id and p.state = 'confirmed' and p.proposed_by_id = new.added_by_id
                   and (p.holder, p.iban, p.bic) = (new.holder, new.iban, new.bic)) then
    perform refuse('payer_account_two_persons', 'two persons say from which account the programme pays');
  end if;
  return new;
end $$;
create trigger payer_account_by_two before insert on payer_account
  for each row execute function payer_account_by_two();

-- A batch keeps the account with which it was approved. Those that were approved and not sent get the one that counts now.
update payment_batch set payer_account_id = (select id from payer_account order by sequence desc limit 1)
  where state = 'approved' and rail = 'sepa' and payer_account_id is null;
set constraints all immediate;
alter table payment_batch add constraint payment_batch_payer check (
  (rail = 'sepa' or payer_account_id is null) and (rail <> 'sepa' or state not in ('approved', 'sent', 'settled') or payer_account_id is not null));

create function payment_batch_keeps_payer() returns trigger language plpgsql as $$
begin
  if old.approved_at is not null and new.payer_account_id is distinct from old.payer_account_id then
    perform refuse('payment_batch_fixed', 'a batch keeps the account with which it was approved');
  end if;
  if new.rail <> 'sepa' or new.state = old.state or new.state not in ('approved', 'sent') then return new; end if;
  perform pg_advisory_xact_lock_shared(hashtextextended('payer-account', 0));
  if new.payer_account_id is distinct from (select id from payer_account order by sequence desc limit 1) then
    perform refuse('payment_batch_payer_changed', 'the programme pays from another account since');
  end if;
  return new;
end $$;
create trigger payment_batch_keeps_payer before update on payment_batch
  for each row execute function payment_batch_keeps_payer();

-- ─────────────── who approved the hours ───────────────

-- Whether another treasurer than these two could approve a batch: did not approve hours in it, and nobody near is paid.
create function other_approver(the_batch uuid, composer uuid, approver uuid, the_day date) returns boolean language sql stable as $$
  select exists (
    select 1 from payment_batch batch join body_membership m on m.role = 'treasurer' join body b on b.id = m.body_id
        join person p on p.id = m.person_id
      where batch.id = the_batch and (m.body_id = batch.body_id or b.slug = 'programmabureau') and p.deleted_at is null
        and m.begins_on <= the_day and (m.ends_on is null or m.ends_on >= the_day) and m.person_id not in (composer, approver)
        and not exists (select 1 from payment_line l join payment_line_claim x on x.line_id = l.id join allowance_claim c on c.id = x.claim_id
          where l.batch_id = batch.id and l.state = 'open' and c.answered_by_id = m.person_id)
        and not exists (select 1 from payment_line l join near_ones(m.person_id) n on n.person_id = l.person_id
          where l.batch_id = batch.id and l.state = 'open'))
$$;

create function kept_by_own_hours(the_batch uuid, approver uuid, the_day date) returns boolean language sql stable as $$
  select exists (select 1 from payment_line l join payment_line_claim x on x.line_id = l.id join allowance_claim c on c.id = x.claim_id
      where l.batch_id = the_batch and l.state = 'open' and c.answered_by_id = approver)
    and other_approver(the_batch, (select composed_by_id from payment_batch where id = the_batch), approver, the_day)
$$;

create function payment_batch_other_hands() returns trigger language plpgsql as $$
begin
  if kept_by_own_hours(new.id, new.approved_by_id, amsterdam_day(new.approved_at)) then
    perform refuse('payment_batch_other_hands', 'who approved the hours does not approve their payment while somebody else can');
  end if;
  return new;
end $$;
create trigger payment_batch_other_hands before update on payment_batch
  for each row when (old.state = 'draft' and new.state = 'approved') execute function payment_batch_other_hands();
