-- Values that columns may take, and periods that must make sense.

-- Refuses with a named rule, so that the application can tell which one was broken. The name stands in the message too,
-- in the form of PostgreSQL's own constraints, because drivers pass on the message but not always the field.
create function refuse(rule text, explanation text) returns void language plpgsql as $$
begin
  raise exception using errcode = '23514', constraint = rule, message = format('violates rule "%s": %s', rule, explanation);
end $$;

alter table person
  add constraint person_locale check (locale in ('nl', 'en')),
  add constraint person_email_lower check (email = lower(email)),
  add constraint person_name_length check (char_length(name) <= 120);

alter table organisation
  add constraint organisation_kind check (kind in
    ('residents', 'network', 'foundation', 'cooperative', 'housing-corporation', 'government', 'education', 'company')),
  add constraint organisation_slug check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$');

alter table organisation_member
  add constraint organisation_member_period check (ends_on is null or ends_on >= begins_on);

alter table body
  add constraint body_kind check (kind in ('programme', 'alliantiebestuur', 'opgaveteam', 'werkgroep', 'wijkalliantie')),
  add constraint body_slug check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$');

alter table body_membership
  add constraint body_membership_role check (role in
    ('chair', 'member', 'programme_manager', 'loket', 'reviewer', 'budget_holder', 'treasurer', 'editor', 'controlegroep', 'administrator')),
  add constraint body_membership_period check (ends_on is null or ends_on >= begins_on),
  -- nobody gives themselves a role
  add constraint body_membership_two_persons check (granted_by_id is null or granted_by_id <> person_id);

create unique index body_membership_once on body_membership (body_id, person_id, role) where ends_on is null;

alter table area
  add constraint area_level check ((level = 'wijk' and parent_code is null) or (level = 'buurt' and parent_code is not null));

alter table actielijn
  add constraint actielijn_stage check (stage in ('preparing', 'approved', 'running', 'paused'));

alter table criterion
  add constraint criterion_weight check (weight between 1 and 100),
  add constraint criterion_scale check (array_length(scale, 1) between 2 and 11 and array_length(scale, 1) = array_length(scale_en, 1)),
  add constraint criterion_minimum check (minimum_hundredths is null or minimum_hundredths between 0 and (array_length(scale, 1) - 1) * 100);

alter table initiative
  add constraint initiative_stage check (stage in
    ('draft', 'submitted', 'question', 'accepted', 'scoring', 'deciding', 'granted', 'running', 'completed',
     'declined', 'parked', 'referred', 'withdrawn', 'exploring', 'paused')),
  add constraint initiative_slug check (slug is null or slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  -- what is public has an address and a title; what is a draft has an owner
  add constraint initiative_public_complete check (stage = 'draft' or (slug is not null and char_length(title) between 3 and 120)),
  add constraint initiative_draft_owner check (stage <> 'draft' or submitter_id is not null),
  add constraint initiative_requested check (requested_cents >= 0),
  add constraint initiative_text_length check (char_length(title) <= 120 and char_length(summary) <= 2000);

alter table initiative_event
  add constraint initiative_event_kind check (kind in
    ('from-paper', 'submitted', 'question-asked', 'question-answered', 'revised', 'accepted', 'referred', 'referred-outside',
     'entered-round', 'round-closed', 'decided', 'withdrawn'));

alter table attachment
  add constraint attachment_kind check (kind in ('image', 'pdf')),
  add constraint attachment_type check (content_type in ('image/webp', 'application/pdf')),
  add constraint attachment_size check (byte_size between 1 and 10485760);

alter table round
  add constraint round_state check (state in ('open', 'closed')),
  add constraint round_period check (closes_on >= opens_on),
  add constraint round_minimum check (minimum_reviews between 1 and 20);

alter table interest_declaration
  add constraint interest_kind check (kind in ('none', 'own', 'family', 'employer', 'board', 'funder', 'other'));

alter table review
  add constraint review_state check (state in ('draft', 'submitted', 'set-aside'));

alter table decision
  add constraint decision_origin check (origin in ('product', 'paper')),
  add constraint decision_state check (state in ('prepared', 'confirmed')),
  add constraint decision_outcome check (outcome in ('grant', 'decline', 'park', 'refer')),
  add constraint decision_method check (method in ('consent', 'vote')),
  add constraint decision_subject check (num_nonnulls(initiative_id, actielijn_id) = 1),
  add constraint decision_product_subject check (origin = 'paper' or initiative_id is not null),
  -- money goes with a grant, and a grant of this product names amount and fund
  add constraint decision_amount check (amount_cents is null or (amount_cents > 0 and outcome = 'grant')),
  add constraint decision_grant_complete check (origin = 'paper' or outcome <> 'grant' or (amount_cents is not null and fund_id is not null)),
  add constraint decision_refer_complete check (outcome <> 'refer' or refer_to_body_id is not null or origin = 'paper'),
  -- rule 1: nobody decides alone
  add constraint decision_proposer check (origin = 'paper' or proposer_id is not null),
  add constraint decision_two_persons check (confirmer_id is null or confirmer_id <> proposer_id),
  add constraint decision_confirmed_complete check (
    state <> 'confirmed' or (number is not null and published is not null and receipt is not null
      and (origin = 'paper' or (confirmer_id is not null and confirmed_at is not null))));

alter table decision_participant
  add constraint decision_participant_part check (part in ('took-part', 'recused')),
  add constraint decision_participant_reason check (part <> 'recused' or char_length(coalesce(reason, '')) > 0),
  add constraint decision_participant_vote check (vote is null or (part = 'took-part' and vote in ('for', 'against', 'abstain')));

alter table ledger_account
  add constraint ledger_account_kind check (kind in ('source', 'available', 'committed'));

alter table ledger_entry
  add constraint ledger_entry_kind check (kind in ('opening', 'commitment', 'correction')),
  -- rule 1 again, where the money is; only the opening of a budget that a paper gives stands without persons
  add constraint ledger_entry_two_persons check (
    kind = 'opening' or (proposer_id is not null and approver_id is not null and proposer_id <> approver_id)),
  add constraint ledger_entry_commitment check (kind <> 'commitment' or decision_id is not null),
  add constraint ledger_entry_correction check ((kind = 'correction') = (corrects_id is not null));

alter table ledger_entry
  add constraint ledger_entry_proposer_fkey foreign key (proposer_id) references person (id),
  add constraint ledger_entry_approver_fkey foreign key (approver_id) references person (id);

create unique index ledger_entry_one_commitment on ledger_entry (decision_id) where kind = 'commitment';

alter table posting add constraint posting_amount check (amount_cents <> 0);
