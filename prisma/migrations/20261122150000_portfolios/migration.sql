-- AlterTable
ALTER TABLE "area" ADD COLUMN     "east_metres" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "south_metres" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "portfolio" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "initiative_id" UUID,
    "organisation_id" UUID,
    "name" TEXT NOT NULL DEFAULT '',
    "about" TEXT NOT NULL DEFAULT '',
    "phase" TEXT,
    "place" TEXT NOT NULL DEFAULT '',
    "languages" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "state" TEXT NOT NULL DEFAULT 'open',
    "hidden_reason" TEXT NOT NULL DEFAULT '',
    "hidden_from" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ NOT NULL,
    "changed_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "portfolio_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "portfolio_keeper" (
    "id" UUID NOT NULL,
    "portfolio_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "added_by_id" UUID,
    "added_at" TIMESTAMPTZ NOT NULL,
    "ended_at" TIMESTAMPTZ,

    CONSTRAINT "portfolio_keeper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "keeper_invitation" (
    "id" UUID NOT NULL,
    "portfolio_id" UUID NOT NULL,
    "invited_by_id" UUID,
    "email" TEXT NOT NULL,
    "invited_at" TIMESTAMPTZ NOT NULL,
    "answer" TEXT,
    "answered_at" TIMESTAMPTZ,
    "accepted_by_id" UUID,

    CONSTRAINT "keeper_invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "portfolio_claim" (
    "id" UUID NOT NULL,
    "portfolio_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "note" TEXT NOT NULL,
    "claimed_at" TIMESTAMPTZ NOT NULL,
    "answer" TEXT,
    "answer_reason" TEXT NOT NULL DEFAULT '',
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ,

    CONSTRAINT "portfolio_claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "portfolio_line" (
    "id" UUID NOT NULL,
    "portfolio_id" UUID NOT NULL,
    "direction" TEXT NOT NULL,
    "resource" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "until" DATE,
    "done_at" TIMESTAMPTZ,
    "from_version" INTEGER,
    "position" INTEGER NOT NULL,
    "added_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "portfolio_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "portfolio_area" (
    "portfolio_id" UUID NOT NULL,
    "area_code" TEXT NOT NULL,

    CONSTRAINT "portfolio_area_pkey" PRIMARY KEY ("portfolio_id","area_code")
);

-- CreateTable
CREATE TABLE "portfolio_theme" (
    "portfolio_id" UUID NOT NULL,
    "theme_slug" TEXT NOT NULL,

    CONSTRAINT "portfolio_theme_pkey" PRIMARY KEY ("portfolio_id","theme_slug")
);

-- CreateTable
CREATE TABLE "conversation" (
    "id" UUID NOT NULL,
    "asker_id" UUID,
    "asker_person_id" UUID,
    "answerer_id" UUID NOT NULL,
    "origin" TEXT NOT NULL DEFAULT 'message',
    "subject" TEXT NOT NULL,
    "begun_at" TIMESTAMPTZ NOT NULL,
    "last_message_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "conversation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "author_id" UUID,
    "side" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversation_reading" (
    "conversation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "read_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "conversation_reading_pkey" PRIMARY KEY ("conversation_id","person_id")
);

-- CreateTable
CREATE TABLE "portfolio_block" (
    "id" UUID NOT NULL,
    "portfolio_id" UUID,
    "person_id" UUID,
    "blocked_portfolio_id" UUID,
    "blocked_person_id" UUID,
    "made_by_id" UUID,
    "made_at" TIMESTAMPTZ NOT NULL,
    "ended_at" TIMESTAMPTZ,

    CONSTRAINT "portfolio_block_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message_report" (
    "id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "reporter_id" UUID,
    "reason" TEXT NOT NULL,
    "reported_at" TIMESTAMPTZ NOT NULL,
    "answer" TEXT,
    "answer_reason" TEXT NOT NULL DEFAULT '',
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ,

    CONSTRAINT "message_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "support_round" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "opens_on" DATE NOT NULL,
    "closes_on" DATE NOT NULL,
    "opened_by_id" UUID,
    "opened_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "support_round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "support_choice" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "portfolio_id" UUID NOT NULL,
    "direction" TEXT NOT NULL,
    "chosen_id" UUID NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "chosen_by_id" UUID,
    "chosen_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "support_choice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "portfolio_match" (
    "id" UUID NOT NULL,
    "low_id" UUID NOT NULL,
    "high_id" UUID NOT NULL,
    "origin" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ NOT NULL,
    "conversation_id" UUID,
    "asked_at" TIMESTAMPTZ,
    "outcome" TEXT,
    "outcome_text" TEXT NOT NULL DEFAULT '',
    "answered_at" TIMESTAMPTZ,
    "answered_by_id" UUID,

    CONSTRAINT "portfolio_match_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "match_suggestion" (
    "portfolio_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "reasons" JSONB NOT NULL,
    "place" TEXT NOT NULL DEFAULT 'ranked',
    "computed_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "match_suggestion_pkey" PRIMARY KEY ("portfolio_id","other_id")
);

-- CreateTable
CREATE TABLE "suggestion_dismissal" (
    "portfolio_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "suggestion_dismissal_pkey" PRIMARY KEY ("portfolio_id","other_id")
);

-- CreateTable
CREATE TABLE "portfolio_words" (
    "portfolio_id" UUID NOT NULL,
    "about" TEXT[],
    "needs" TEXT[],
    "offers" TEXT[],
    "made_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "portfolio_words_pkey" PRIMARY KEY ("portfolio_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "portfolio_slug_key" ON "portfolio"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "portfolio_initiative_id_key" ON "portfolio"("initiative_id");

-- CreateIndex
CREATE UNIQUE INDEX "portfolio_organisation_id_key" ON "portfolio"("organisation_id");

-- CreateIndex
CREATE INDEX "portfolio_state_changed_at_idx" ON "portfolio"("state", "changed_at");

-- CreateIndex
CREATE INDEX "portfolio_keeper_portfolio_id_idx" ON "portfolio_keeper"("portfolio_id");

-- CreateIndex
CREATE INDEX "portfolio_keeper_person_id_idx" ON "portfolio_keeper"("person_id");

-- CreateIndex
CREATE INDEX "portfolio_line_portfolio_id_position_idx" ON "portfolio_line"("portfolio_id", "position");

-- CreateIndex
CREATE INDEX "portfolio_line_direction_resource_idx" ON "portfolio_line"("direction", "resource");

-- CreateIndex
CREATE INDEX "portfolio_area_area_code_idx" ON "portfolio_area"("area_code");

-- CreateIndex
CREATE INDEX "portfolio_theme_theme_slug_idx" ON "portfolio_theme"("theme_slug");

-- CreateIndex
CREATE INDEX "conversation_asker_id_idx" ON "conversation"("asker_id");

-- CreateIndex
CREATE INDEX "conversation_asker_person_id_idx" ON "conversation"("asker_person_id");

-- CreateIndex
CREATE INDEX "conversation_answerer_id_idx" ON "conversation"("answerer_id");

-- CreateIndex
CREATE INDEX "message_conversation_id_sent_at_idx" ON "message"("conversation_id", "sent_at");

-- CreateIndex
CREATE INDEX "conversation_reading_person_id_idx" ON "conversation_reading"("person_id");

-- CreateIndex
CREATE INDEX "portfolio_block_portfolio_id_idx" ON "portfolio_block"("portfolio_id");

-- CreateIndex
CREATE INDEX "portfolio_block_person_id_idx" ON "portfolio_block"("person_id");

-- CreateIndex
CREATE INDEX "keeper_invitation_email_idx" ON "keeper_invitation"("email");

-- CreateIndex
CREATE INDEX "keeper_invitation_invited_by_id_invited_at_idx" ON "keeper_invitation"("invited_by_id", "invited_at");

-- CreateIndex
CREATE INDEX "portfolio_claim_portfolio_id_idx" ON "portfolio_claim"("portfolio_id");

-- CreateIndex
CREATE INDEX "portfolio_claim_person_id_idx" ON "portfolio_claim"("person_id");

-- CreateIndex
CREATE INDEX "message_report_conversation_id_idx" ON "message_report"("conversation_id");

-- CreateIndex
CREATE UNIQUE INDEX "support_round_slug_key" ON "support_round"("slug");

-- CreateIndex
CREATE INDEX "support_choice_chosen_id_idx" ON "support_choice"("chosen_id");

-- CreateIndex
CREATE UNIQUE INDEX "support_choice_round_id_portfolio_id_direction_key" ON "support_choice"("round_id", "portfolio_id", "direction");

-- CreateIndex
CREATE UNIQUE INDEX "portfolio_match_conversation_id_key" ON "portfolio_match"("conversation_id");

-- CreateIndex
CREATE INDEX "portfolio_match_high_id_idx" ON "portfolio_match"("high_id");

-- CreateIndex
CREATE UNIQUE INDEX "portfolio_match_low_id_high_id_key" ON "portfolio_match"("low_id", "high_id");

-- CreateIndex
CREATE INDEX "match_suggestion_portfolio_id_score_idx" ON "match_suggestion"("portfolio_id", "score" DESC);

-- CreateIndex
CREATE INDEX "match_suggestion_other_id_idx" ON "match_suggestion"("other_id");

-- CreateIndex
CREATE INDEX "suggestion_dismissal_other_id_idx" ON "suggestion_dismissal"("other_id");

-- AddForeignKey
ALTER TABLE "portfolio" ADD CONSTRAINT "portfolio_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio" ADD CONSTRAINT "portfolio_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio_keeper" ADD CONSTRAINT "portfolio_keeper_portfolio_id_fkey" FOREIGN KEY ("portfolio_id") REFERENCES "portfolio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio_keeper" ADD CONSTRAINT "portfolio_keeper_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio_line" ADD CONSTRAINT "portfolio_line_portfolio_id_fkey" FOREIGN KEY ("portfolio_id") REFERENCES "portfolio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio_area" ADD CONSTRAINT "portfolio_area_portfolio_id_fkey" FOREIGN KEY ("portfolio_id") REFERENCES "portfolio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio_area" ADD CONSTRAINT "portfolio_area_area_code_fkey" FOREIGN KEY ("area_code") REFERENCES "area"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio_theme" ADD CONSTRAINT "portfolio_theme_portfolio_id_fkey" FOREIGN KEY ("portfolio_id") REFERENCES "portfolio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio_theme" ADD CONSTRAINT "portfolio_theme_theme_slug_fkey" FOREIGN KEY ("theme_slug") REFERENCES "theme"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_asker_id_fkey" FOREIGN KEY ("asker_id") REFERENCES "portfolio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_answerer_id_fkey" FOREIGN KEY ("answerer_id") REFERENCES "portfolio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_asker_person_id_fkey" FOREIGN KEY ("asker_person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation_reading" ADD CONSTRAINT "conversation_reading_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation_reading" ADD CONSTRAINT "conversation_reading_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio_block" ADD CONSTRAINT "portfolio_block_portfolio_id_fkey" FOREIGN KEY ("portfolio_id") REFERENCES "portfolio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio_block" ADD CONSTRAINT "portfolio_block_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "keeper_invitation" ADD CONSTRAINT "keeper_invitation_portfolio_id_fkey" FOREIGN KEY ("portfolio_id") REFERENCES "portfolio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "keeper_invitation" ADD CONSTRAINT "keeper_invitation_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "keeper_invitation" ADD CONSTRAINT "keeper_invitation_accepted_by_id_fkey" FOREIGN KEY ("accepted_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio_claim" ADD CONSTRAINT "portfolio_claim_portfolio_id_fkey" FOREIGN KEY ("portfolio_id") REFERENCES "portfolio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio_claim" ADD CONSTRAINT "portfolio_claim_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio_claim" ADD CONSTRAINT "portfolio_claim_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio_block" ADD CONSTRAINT "portfolio_block_blocked_portfolio_id_fkey" FOREIGN KEY ("blocked_portfolio_id") REFERENCES "portfolio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio_block" ADD CONSTRAINT "portfolio_block_blocked_person_id_fkey" FOREIGN KEY ("blocked_person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_report" ADD CONSTRAINT "message_report_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_report" ADD CONSTRAINT "message_report_reporter_id_fkey" FOREIGN KEY ("reporter_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_report" ADD CONSTRAINT "message_report_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_round" ADD CONSTRAINT "support_round_opened_by_id_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_choice" ADD CONSTRAINT "support_choice_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "support_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_choice" ADD CONSTRAINT "support_choice_portfolio_id_fkey" FOREIGN KEY ("portfolio_id") REFERENCES "portfolio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_choice" ADD CONSTRAINT "support_choice_chosen_id_fkey" FOREIGN KEY ("chosen_id") REFERENCES "portfolio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_choice" ADD CONSTRAINT "support_choice_chosen_by_id_fkey" FOREIGN KEY ("chosen_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio_match" ADD CONSTRAINT "portfolio_match_low_id_fkey" FOREIGN KEY ("low_id") REFERENCES "portfolio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio_match" ADD CONSTRAINT "portfolio_match_high_id_fkey" FOREIGN KEY ("high_id") REFERENCES "portfolio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio_match" ADD CONSTRAINT "portfolio_match_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio_match" ADD CONSTRAINT "portfolio_match_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "match_suggestion" ADD CONSTRAINT "match_suggestion_portfolio_id_fkey" FOREIGN KEY ("portfolio_id") REFERENCES "portfolio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "match_suggestion" ADD CONSTRAINT "match_suggestion_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "portfolio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestion_dismissal" ADD CONSTRAINT "suggestion_dismissal_portfolio_id_fkey" FOREIGN KEY ("portfolio_id") REFERENCES "portfolio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestion_dismissal" ADD CONSTRAINT "suggestion_dismissal_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "portfolio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestion_dismissal" ADD CONSTRAINT "suggestion_dismissal_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio_words" ADD CONSTRAINT "portfolio_words_portfolio_id_fkey" FOREIGN KEY ("portfolio_id") REFERENCES "portfolio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ───────────────────────────── rules ─────────────────────────────

alter table portfolio
  add constraint portfolio_kind check (
    (kind = 'initiative' and initiative_id is not null and organisation_id is null and name = '' and phase is null)
    or (kind = 'organisation' and organisation_id is not null and initiative_id is null and name = '' and phase is null)
    or (kind = 'group' and initiative_id is null and organisation_id is null and name <> '' and phase in ('idea', 'starting', 'running'))),
  add constraint portfolio_state check (state in ('open', 'closed', 'hidden')
    and (state = 'hidden') = (hidden_reason <> '') and (state = 'hidden') = (hidden_from is not null)
    and (hidden_from is null or hidden_from in ('open', 'closed'))),
  add constraint portfolio_slug check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  add constraint portfolio_texts check (
    char_length(name) <= 120 and char_length(about) <= 4000 and char_length(place) <= 200 and cardinality(languages) <= 12);

alter table portfolio_line
  add constraint portfolio_line_direction check (direction in ('need', 'offer')),
  add constraint portfolio_line_resource check (resource in
    ('people', 'skills', 'space', 'material', 'money', 'network', 'knowledge', 'permits')),
  add constraint portfolio_line_text check (char_length(text) between 1 and 4000);

create unique index portfolio_keeper_one_running on portfolio_keeper (portfolio_id, person_id) where ended_at is null;
create unique index portfolio_block_one_running on portfolio_block
  (coalesce(portfolio_id, person_id), coalesce(blocked_portfolio_id, blocked_person_id)) where ended_at is null;

alter table portfolio_block
  add constraint portfolio_block_by_one check (num_nonnulls(portfolio_id, person_id) = 1),
  add constraint portfolio_block_of_one check (num_nonnulls(blocked_portfolio_id, blocked_person_id) = 1),
  add constraint portfolio_block_of_another check (
    coalesce(blocked_portfolio_id, blocked_person_id) <> coalesce(portfolio_id, person_id));

-- A group asks an address once at a time; tries that found one waiting are only counted.
create unique index keeper_invitation_one_waiting on keeper_invitation (portfolio_id, email) where answer is null;
alter table keeper_invitation
  add constraint keeper_invitation_email check (char_length(email) between 3 and 200),
  add constraint keeper_invitation_answer check (
    (answer is null) = (answered_at is null) and (accepted_by_id is null or answer = 'accepted')
    and (answer is null or answer in ('accepted', 'declined', 'withdrawn', 'expired', 'repeated')));

create unique index portfolio_claim_one_waiting on portfolio_claim (portfolio_id, person_id) where answer is null;
alter table portfolio_claim
  add constraint portfolio_claim_note check (char_length(note) between 1 and 1000),
  add constraint portfolio_claim_answer check (
    (answer is null and answered_at is null and answer_reason = '')
    or (answer in ('confirmed', 'refused') and answered_at is not null and char_length(answer_reason) <= 1000)),
  -- nobody says of themselves that they belong to it
  add constraint portfolio_claim_by_another check (answered_by_id is distinct from person_id);

alter table conversation
  add constraint conversation_origin check (origin in ('message', 'match')),
  add constraint conversation_of_two check (asker_id is distinct from answerer_id),
  add constraint conversation_subject check (char_length(subject) between 1 and 200);

alter table message
  add constraint message_side check (side in ('asker', 'answerer', 'product')),
  add constraint message_text check (char_length(text) between 1 and 5000);

alter table message_report
  add constraint message_report_reason check (char_length(reason) between 1 and 2000),
  add constraint message_report_answer check (
    (answer is null and answered_at is null and answer_reason = '')
    or (answer in ('nothing', 'warned', 'hidden') and answered_at is not null and answer_reason <> ''));

alter table support_round
  add constraint support_round_days check (closes_on >= opens_on),
  add constraint support_round_name check (char_length(name) between 1 and 120),
  add constraint support_round_slug check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$');

alter table support_choice
  add constraint support_choice_direction check (direction in ('supports-us', 'we-support')),
  add constraint support_choice_of_another check (chosen_id <> portfolio_id),
  add constraint support_choice_reason check (char_length(reason) <= 500);

alter table portfolio_match
  add constraint portfolio_match_order check (low_id < high_id),
  add constraint portfolio_match_origin check (origin in ('exercise', 'suggestion', 'gathering')),
  add constraint portfolio_match_outcome check (
    (outcome is null and answered_at is null and outcome_text = '')
    or (outcome in ('together', 'sometimes', 'met', 'nothing') and answered_at is not null)),
  add constraint portfolio_match_outcome_length check (char_length(outcome_text) <= 2000);

alter table match_suggestion
  add constraint match_suggestion_of_another check (other_id <> portfolio_id),
  add constraint match_suggestion_place check (place in ('ranked', 'fair'));

alter table suggestion_dismissal
  add constraint suggestion_dismissal_of_another check (other_id <> portfolio_id);

-- A portfolio stays of what it is of.
create function portfolio_fixed() returns trigger language plpgsql as $$
begin
  if new.id <> old.id or new.kind <> old.kind or new.slug <> old.slug or new.created_at <> old.created_at
    or new.initiative_id is distinct from old.initiative_id or new.organisation_id is distinct from old.organisation_id then
    perform refuse('portfolio_fixed', 'a portfolio keeps its address and what it is of');
  end if;
  return new;
end $$;
create trigger portfolio_fixed before update on portfolio for each row execute function portfolio_fixed();

-- Back on the marketplace after hiding: as its keepers had it, or closed; only hiding again in between changes nothing of that.
create function portfolio_returns_as_it_was() returns trigger language plpgsql as $$
begin
  if old.state = 'hidden' and (
      (new.state <> 'hidden' and new.state not in (old.hidden_from, 'closed'))
      or (new.state = 'hidden' and new.hidden_from not in (old.hidden_from, 'closed'))) then
    perform refuse('portfolio_returns_as_it_was', 'what its keepers had closed stays closed');
  end if;
  return new;
end $$;
create trigger portfolio_returns_as_it_was before update on portfolio for each row execute function portfolio_returns_as_it_was();

/* Whose portfolio it is, is in one place: keepers of its own has a group, and a plan of the papers, of which nobody is known who
   submitted it and no organisation. */
create function has_own_keepers(the_portfolio uuid) returns boolean language sql stable as $$
  select exists (
    select from portfolio p left join initiative i on i.id = p.initiative_id where p.id = the_portfolio
      and (p.kind = 'group' or (p.kind = 'initiative' and i.submitter_id is null and i.organisation_id is null)))
$$;

/* Nobody keeps a portfolio without having said yes: the first keeper made the group; who comes later accepted an invitation, or
   said that they belong to the plan, which the office confirmed. */
create function portfolio_keeper_said_yes() returns trigger language plpgsql as $$
declare
  the_kind text := (select kind from portfolio where id = new.portfolio_id);
begin
  if not has_own_keepers(new.portfolio_id) then
    perform refuse('portfolio_keeper_of_group', 'only a group, or a plan that nobody submitted, has keepers of its own');
  end if;
  if tg_op = 'INSERT'
    and not (the_kind = 'group' and not exists (select from portfolio_keeper k where k.portfolio_id = new.portfolio_id))
    and not exists (select from keeper_invitation v where v.portfolio_id = new.portfolio_id and v.accepted_by_id = new.person_id)
    and not exists (select from portfolio_claim c
      where c.portfolio_id = new.portfolio_id and c.person_id = new.person_id and c.answer = 'confirmed') then
    perform refuse('portfolio_keeper_said_yes', 'who keeps a portfolio said yes to that');
  end if;
  return new;
end $$;
create trigger portfolio_keeper_said_yes before insert or update on portfolio_keeper
  for each row execute function portfolio_keeper_said_yes();

create function keeper_invitation_of_group() returns trigger language plpgsql as $$
begin
  if not exists (select from portfolio where id = new.portfolio_id and kind = 'group') then
    perform refuse('keeper_invitation_of_group', 'who keeps another portfolio follows from the plan or organisation');
  end if;
  return new;
end $$;
create trigger keeper_invitation_of_group before insert on keeper_invitation
  for each row execute function keeper_invitation_of_group();

create function portfolio_claim_of_plan() returns trigger language plpgsql as $$
begin
  if not exists (select from portfolio where id = new.portfolio_id and kind = 'initiative')
    or not has_own_keepers(new.portfolio_id) then
    perform refuse('portfolio_claim_of_plan', 'only a plan that nobody submitted can be taken up');
  end if;
  return new;
end $$;
create trigger portfolio_claim_of_plan before insert on portfolio_claim
  for each row execute function portfolio_claim_of_plan();

-- An initiative has its areas and themes itself.
create function portfolio_place_of_its_own() returns trigger language plpgsql as $$
begin
  if exists (select from portfolio where id = new.portfolio_id and kind = 'initiative') then
    perform refuse('portfolio_place_of_its_own', 'areas and themes of an initiative are those of its last version');
  end if;
  return new;
end $$;
create trigger portfolio_area_of_its_own before insert or update on portfolio_area
  for each row execute function portfolio_place_of_its_own();
create trigger portfolio_theme_of_its_own before insert or update on portfolio_theme
  for each row execute function portfolio_place_of_its_own();

-- ───────────────────────────── whose it is ─────────────────────────────

/* Everybody who keeps a portfolio today: the members of the organisation that a plan is of, or who submitted it for themselves;
   the members of the organisation; the keepers of a group or of a plan of the papers. Who left the organisation for which they submitted a
   plan keeps nothing of it, and who deleted the account nothing at all. */
create view portfolio_keeps as
  select p.id as portfolio_id, i.submitter_id as person_id
    from portfolio p join initiative i on i.id = p.initiative_id join person on person.id = i.submitter_id
    where person.deleted_at is null and i.organisation_id is null
  union
  select p.id, m.person_id
    from portfolio p join initiative i on i.id = p.initiative_id
    join organisation_member m on m.organisation_id = i.organisation_id join person on person.id = m.person_id
    where person.deleted_at is null and m.begins_on <= (now() at time zone 'Europe/Amsterdam')::date
      and (m.ends_on is null or m.ends_on >= (now() at time zone 'Europe/Amsterdam')::date)
  union
  select p.id, m.person_id
    from portfolio p join organisation_member m on m.organisation_id = p.organisation_id
    join person on person.id = m.person_id
    where person.deleted_at is null and m.begins_on <= (now() at time zone 'Europe/Amsterdam')::date
      and (m.ends_on is null or m.ends_on >= (now() at time zone 'Europe/Amsterdam')::date)
  union
  select k.portfolio_id, k.person_id
    from portfolio_keeper k join person on person.id = k.person_id
    where k.ended_at is null and person.deleted_at is null;

create function keeps_portfolio(the_person uuid, the_portfolio uuid) returns boolean language sql stable as $$
  select exists (select from portfolio_keeps where portfolio_id = the_portfolio and person_id = the_person)
$$;

-- ───────────────────────────── how it looks to the public ─────────────────────────────

/* How a portfolio looks, whoever may see it: name, words, stage, and whether it still looks for others. */
create view portfolio_look as
  select p.id, p.slug, p.kind, p.state, p.place, p.languages, p.changed_at, p.revision,
    coalesce(i.title, o.name, p.name) as name,
    case when p.about <> '' then p.about else coalesce(i.summary, o.summary, '') end as about,
    coalesce(i.stage, p.phase) as stage,
    coalesce(i.whole_district, false) as whole_district,
    i.slug as initiative_slug, o.slug as organisation_slug,
    io.name as organisation_name, io.slug as initiative_organisation_slug,
    p.state = 'open' and (i.id is null or i.stage not in ('draft', 'withdrawn', 'completed')) as active
  from portfolio p
  left join initiative i on i.id = p.initiative_id
  left join organisation io on io.id = i.organisation_id
  left join organisation o on o.id = p.organisation_id
  where i.id is null or i.stage <> 'draft';

/* One row per portfolio that everybody may see. What its keepers closed is theirs alone, what an editor hid nobody's. */
create view portfolio_face as select * from portfolio_look where state = 'open';

create view portfolio_area_of as
  select p.id as portfolio_id, a.area_code from portfolio p join initiative_area a on a.initiative_id = p.initiative_id
  union all
  select portfolio_id, area_code from portfolio_area;

create view portfolio_theme_of as
  select p.id as portfolio_id, t.theme_slug from portfolio p join initiative_theme t on t.initiative_id = p.initiative_id
  union all
  select portfolio_id, theme_slug from portfolio_theme;

-- ───────────────────────────── it comes by itself ─────────────────────────────

/* An address for a portfolio: the wanted one, or the wanted one with the next number. Who asks holds the lock under which all
   addresses are given (the same as `holdKey(tx, 'portfolio-slug')`), so that two at the same instant get two. */
create function free_portfolio_slug(wanted text) returns text language plpgsql as $$
declare
  candidate text := wanted;
  number int := 2;
begin
  perform pg_advisory_xact_lock(hashtextextended('portfolio-slug', 0));
  while exists (select from portfolio where slug = candidate) loop
    candidate := wanted || '-' || number;
    number := number + 1;
  end loop;
  return candidate;
end $$;

/* Needs and offers in the content of a version. */
create function lines_of_content(content jsonb) returns table (direction text, resource text, text text, place int)
  language sql immutable as $$
  select d.direction, r.resource, left(btrim(d.texts ->> r.resource), 4000), d.place * 10 + r.place
    from (values ('need', content -> 'needs', 1), ('offer', content -> 'offers', 2)) as d (direction, texts, place)
    cross join (values ('people', 1), ('space', 2), ('knowledge', 3), ('material', 4)) as r (resource, place)
    where btrim(coalesce(d.texts ->> r.resource, '')) <> ''
$$;

/* What the last version says that the plan needs and offers stands in its portfolio; the next version replaces it. Lines that
   were typed in the portfolio stay. */
create function take_lines_of_version(the_initiative uuid) returns void language plpgsql as $$
declare
  the_portfolio uuid;
  last_version record;
begin
  select id into the_portfolio from portfolio where initiative_id = the_initiative;
  select version, content, created_at into last_version
    from initiative_version where initiative_id = the_initiative order by version desc limit 1;
  if the_portfolio is null or last_version.version is null
    or exists (select from portfolio_line where portfolio_id = the_portfolio and from_version = last_version.version) then
    return;
  end if;
  -- a line that says the same stays the same line: what was met stays met
  update portfolio_line l set from_version = last_version.version
    from lines_of_content(last_version.content) said
    where l.portfolio_id = the_portfolio and l.from_version is not null
      and (l.direction, l.resource, l.text) = (said.direction, said.resource, said.text);
  delete from portfolio_line
    where portfolio_id = the_portfolio and from_version is not null and from_version <> last_version.version;
  insert into portfolio_line (id, portfolio_id, direction, resource, text, from_version, position, added_at)
    select gen_random_uuid(), the_portfolio, said.direction, said.resource, said.text,
      last_version.version, said.place, last_version.created_at
    from lines_of_content(last_version.content) said
    where not exists (select from portfolio_line l where l.portfolio_id = the_portfolio and l.from_version = last_version.version
      and (l.direction, l.resource, l.text) = (said.direction, said.resource, said.text));
  update portfolio set revision = revision + 1, changed_at = greatest(changed_at, last_version.created_at)
    where id = the_portfolio;
end $$;

create function portfolio_of_initiative() returns trigger language plpgsql as $$
begin
  if new.stage <> 'draft' and new.slug is not null then
    insert into portfolio (id, slug, kind, initiative_id, created_at, changed_at)
      select gen_random_uuid(), free_portfolio_slug(new.slug), 'initiative', new.id,
        coalesce(new.submitted_at, new.created_at), coalesce(new.submitted_at, new.created_at)
      where not exists (select from portfolio where initiative_id = new.id);
    if found then
      perform take_lines_of_version(new.id);
    end if;
  end if;
  return null;
end $$;
create trigger portfolio_of_initiative after insert or update of stage, slug on initiative
  for each row execute function portfolio_of_initiative();

create function portfolio_of_version() returns trigger language plpgsql as $$
begin
  perform take_lines_of_version(new.initiative_id);
  return null;
end $$;
create trigger portfolio_of_version after insert on initiative_version
  for each row execute function portfolio_of_version();

create function portfolio_of_organisation() returns trigger language plpgsql as $$
begin
  insert into portfolio (id, slug, kind, organisation_id, created_at, changed_at)
    values (gen_random_uuid(), free_portfolio_slug(new.slug), 'organisation', new.id, new.created_at, new.created_at);
  return null;
end $$;
create trigger portfolio_of_organisation after insert on organisation
  for each row execute function portfolio_of_organisation();

-- What was there before portfolios.
insert into portfolio (id, slug, kind, organisation_id, created_at, changed_at)
  select gen_random_uuid(), slug, 'organisation', id, created_at, created_at from organisation;
do $$
declare
  i initiative;
begin
  -- one by one: each address is free beside those before it
  for i in select * from initiative where stage <> 'draft' and slug is not null order by slug loop
    insert into portfolio (id, slug, kind, initiative_id, created_at, changed_at)
      values (gen_random_uuid(), free_portfolio_slug(i.slug), 'initiative', i.id,
        coalesce(i.submitted_at, i.created_at), coalesce(i.submitted_at, i.created_at));
  end loop;
end $$;
select count(take_lines_of_version(initiative_id)) from portfolio where initiative_id is not null;
