-- CreateTable
CREATE TABLE "gathering_pulse" (
    "gathering_id" UUID NOT NULL,
    "last_number" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "gathering_pulse_pkey" PRIMARY KEY ("gathering_id")
);

-- CreateTable
CREATE TABLE "gathering_change" (
    "gathering_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "gathering_change_pkey" PRIMARY KEY ("gathering_id","number")
);

-- CreateTable
CREATE TABLE "gathering_cluster" (
    "id" UUID NOT NULL,
    "gathering_id" UUID NOT NULL,
    "holds" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "is_pinned" BOOLEAN NOT NULL DEFAULT false,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "gathering_cluster_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gathering_note" (
    "id" UUID NOT NULL,
    "gathering_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "byline" TEXT NOT NULL DEFAULT '',
    "registration_id" UUID,
    "typed_by_id" UUID,
    "cluster_id" UUID,
    "state" TEXT NOT NULL DEFAULT 'shown',
    "hidden_by_id" UUID,
    "initiative_id" UUID,
    "written_at" TIMESTAMPTZ NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "gathering_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gathering_note_portfolio" (
    "note_id" UUID NOT NULL,
    "portfolio_id" UUID NOT NULL,
    "attached_by_id" UUID,
    "attached_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "gathering_note_portfolio_pkey" PRIMARY KEY ("note_id","portfolio_id")
);

-- CreateTable
CREATE TABLE "gathering_round" (
    "id" UUID NOT NULL,
    "gathering_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "opened_at" TIMESTAMPTZ,
    "done_at" TIMESTAMPTZ,
    "seed" INTEGER NOT NULL DEFAULT 1,
    "area_wish" TEXT NOT NULL DEFAULT 'mixed',
    "least_seats" INTEGER NOT NULL DEFAULT 4,
    "most_seats" INTEGER NOT NULL DEFAULT 8,
    "proposal" TEXT NOT NULL DEFAULT 'none',
    "explanations" JSONB NOT NULL DEFAULT '[]',
    "proposed_at" TIMESTAMPTZ,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "gathering_round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gathering_card" (
    "gathering_id" UUID NOT NULL,
    "portfolio_id" UUID NOT NULL,
    "cluster_id" UUID,
    "is_pinned" BOOLEAN NOT NULL DEFAULT false,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "gathering_card_pkey" PRIMARY KEY ("gathering_id","portfolio_id")
);

-- CreateTable
CREATE TABLE "gathering_table" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "cluster_id" UUID,

    CONSTRAINT "gathering_table_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gathering_seat" (
    "round_id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "table_id" UUID NOT NULL,
    "is_pinned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "gathering_seat_pkey" PRIMARY KEY ("round_id","registration_id")
);

-- CreateTable
CREATE TABLE "gathering_apart" (
    "gathering_id" UUID NOT NULL,
    "low_id" UUID NOT NULL,
    "high_id" UUID NOT NULL,

    CONSTRAINT "gathering_apart_pkey" PRIMARY KEY ("gathering_id","low_id","high_id")
);

-- CreateTable
CREATE TABLE "gathering_go_on" (
    "round_id" UUID NOT NULL,
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "said_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "gathering_go_on_pkey" PRIMARY KEY ("round_id","from_id","to_id")
);

-- CreateTable
CREATE TABLE "gathering_workshop" (
    "id" UUID NOT NULL,
    "gathering_id" UUID NOT NULL,
    "turn" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "about" TEXT NOT NULL DEFAULT '',
    "room" TEXT NOT NULL DEFAULT '',
    "capacity" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "gathering_workshop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gathering_workshop_place" (
    "registration_id" UUID NOT NULL,
    "turn" INTEGER NOT NULL,
    "workshop_id" UUID NOT NULL,
    "taken_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "gathering_workshop_place_pkey" PRIMARY KEY ("registration_id","turn")
);

-- CreateTable
CREATE TABLE "gathering_question" (
    "id" UUID NOT NULL,
    "gathering_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "table_id" UUID,
    "cluster_id" UUID,
    "registration_id" UUID,
    "typed_by_id" UUID,
    "state" TEXT NOT NULL DEFAULT 'shown',
    "written_at" TIMESTAMPTZ NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "gathering_question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gathering_promise" (
    "id" UUID NOT NULL,
    "gathering_id" UUID NOT NULL,
    "registration_id" UUID,
    "promiser" TEXT NOT NULL,
    "is_named" BOOLEAN NOT NULL DEFAULT false,
    "portfolio_id" UUID,
    "what" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "written_by_id" UUID,
    "written_at" TIMESTAMPTZ NOT NULL,
    "asked_at" TIMESTAMPTZ,
    "answered_at" TIMESTAMPTZ,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "gathering_promise_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gathering_report" (
    "gathering_id" UUID NOT NULL,
    "intro" TEXT NOT NULL DEFAULT '',
    "published_at" TIMESTAMPTZ,
    "published_by_id" UUID,
    "changed_at" TIMESTAMPTZ NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "gathering_report_pkey" PRIMARY KEY ("gathering_id")
);

-- CreateTable
CREATE TABLE "gathering_named" (
    "registration_id" UUID NOT NULL,
    "shown_as" TEXT NOT NULL,
    "agreed_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "gathering_named_pkey" PRIMARY KEY ("registration_id")
);

-- CreateTable
CREATE TABLE "gathering_agenda_item" (
    "id" UUID NOT NULL,
    "gathering_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "request" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'asked',
    "put_forward_by_id" UUID,
    "put_forward_at" TIMESTAMPTZ NOT NULL,
    "answer" TEXT,
    "answer_text" TEXT NOT NULL DEFAULT '',
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "gathering_agenda_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gathering_agenda_question" (
    "item_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,

    CONSTRAINT "gathering_agenda_question_pkey" PRIMARY KEY ("item_id","question_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "gathering_cluster_id_gathering_id_key" ON "gathering_cluster"("id", "gathering_id");

-- CreateIndex
CREATE UNIQUE INDEX "gathering_cluster_gathering_id_holds_position_key" ON "gathering_cluster"("gathering_id", "holds", "position");

-- CreateIndex
CREATE UNIQUE INDEX "gathering_note_initiative_id_key" ON "gathering_note"("initiative_id");

-- CreateIndex
CREATE INDEX "gathering_note_gathering_id_written_at_idx" ON "gathering_note"("gathering_id", "written_at");

-- CreateIndex
CREATE INDEX "gathering_note_cluster_id_idx" ON "gathering_note"("cluster_id");

-- CreateIndex
CREATE INDEX "gathering_note_registration_id_idx" ON "gathering_note"("registration_id");

-- CreateIndex
CREATE INDEX "gathering_note_portfolio_portfolio_id_idx" ON "gathering_note_portfolio"("portfolio_id");

-- CreateIndex
CREATE UNIQUE INDEX "gathering_round_gathering_id_position_key" ON "gathering_round"("gathering_id", "position");

-- CreateIndex
CREATE INDEX "gathering_card_portfolio_id_idx" ON "gathering_card"("portfolio_id");

-- CreateIndex
CREATE UNIQUE INDEX "gathering_table_round_id_number_key" ON "gathering_table"("round_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "gathering_table_id_round_id_key" ON "gathering_table"("id", "round_id");

-- CreateIndex
CREATE INDEX "gathering_seat_table_id_idx" ON "gathering_seat"("table_id");

-- CreateIndex
CREATE INDEX "gathering_seat_registration_id_idx" ON "gathering_seat"("registration_id");

-- CreateIndex
CREATE INDEX "gathering_apart_low_id_idx" ON "gathering_apart"("low_id");

-- CreateIndex
CREATE INDEX "gathering_apart_high_id_idx" ON "gathering_apart"("high_id");

-- CreateIndex
CREATE INDEX "gathering_go_on_from_id_idx" ON "gathering_go_on"("from_id");

-- CreateIndex
CREATE INDEX "gathering_go_on_to_id_idx" ON "gathering_go_on"("to_id");

-- CreateIndex
CREATE INDEX "gathering_workshop_gathering_id_turn_idx" ON "gathering_workshop"("gathering_id", "turn");

-- CreateIndex
CREATE UNIQUE INDEX "gathering_workshop_id_turn_key" ON "gathering_workshop"("id", "turn");

-- CreateIndex
CREATE INDEX "gathering_workshop_place_workshop_id_idx" ON "gathering_workshop_place"("workshop_id");

-- CreateIndex
CREATE INDEX "gathering_question_gathering_id_idx" ON "gathering_question"("gathering_id");

-- CreateIndex
CREATE INDEX "gathering_promise_gathering_id_idx" ON "gathering_promise"("gathering_id");

-- CreateIndex
CREATE INDEX "gathering_promise_registration_id_idx" ON "gathering_promise"("registration_id");

-- CreateIndex
CREATE INDEX "gathering_promise_portfolio_id_idx" ON "gathering_promise"("portfolio_id");

-- CreateIndex
CREATE INDEX "gathering_agenda_item_gathering_id_idx" ON "gathering_agenda_item"("gathering_id");

-- CreateIndex
CREATE INDEX "gathering_agenda_item_body_id_state_idx" ON "gathering_agenda_item"("body_id", "state");

-- CreateIndex
CREATE INDEX "gathering_agenda_question_question_id_idx" ON "gathering_agenda_question"("question_id");

-- AddForeignKey
ALTER TABLE "gathering_pulse" ADD CONSTRAINT "gathering_pulse_gathering_id_fkey" FOREIGN KEY ("gathering_id") REFERENCES "gathering"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_change" ADD CONSTRAINT "gathering_change_gathering_id_fkey" FOREIGN KEY ("gathering_id") REFERENCES "gathering"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_cluster" ADD CONSTRAINT "gathering_cluster_gathering_id_fkey" FOREIGN KEY ("gathering_id") REFERENCES "gathering"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_note" ADD CONSTRAINT "gathering_note_gathering_id_fkey" FOREIGN KEY ("gathering_id") REFERENCES "gathering"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_note" ADD CONSTRAINT "gathering_note_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "gathering_registration"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_note" ADD CONSTRAINT "gathering_note_typed_by_id_fkey" FOREIGN KEY ("typed_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_note" ADD CONSTRAINT "gathering_note_hidden_by_id_fkey" FOREIGN KEY ("hidden_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_note" ADD CONSTRAINT "gathering_note_cluster_id_fkey" FOREIGN KEY ("cluster_id") REFERENCES "gathering_cluster"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_note" ADD CONSTRAINT "gathering_note_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_note_portfolio" ADD CONSTRAINT "gathering_note_portfolio_note_id_fkey" FOREIGN KEY ("note_id") REFERENCES "gathering_note"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_note_portfolio" ADD CONSTRAINT "gathering_note_portfolio_portfolio_id_fkey" FOREIGN KEY ("portfolio_id") REFERENCES "portfolio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_note_portfolio" ADD CONSTRAINT "gathering_note_portfolio_attached_by_id_fkey" FOREIGN KEY ("attached_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_round" ADD CONSTRAINT "gathering_round_gathering_id_fkey" FOREIGN KEY ("gathering_id") REFERENCES "gathering"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_card" ADD CONSTRAINT "gathering_card_gathering_id_fkey" FOREIGN KEY ("gathering_id") REFERENCES "gathering"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_card" ADD CONSTRAINT "gathering_card_portfolio_id_fkey" FOREIGN KEY ("portfolio_id") REFERENCES "portfolio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_card" ADD CONSTRAINT "gathering_card_cluster_id_fkey" FOREIGN KEY ("cluster_id") REFERENCES "gathering_cluster"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_table" ADD CONSTRAINT "gathering_table_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "gathering_round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_table" ADD CONSTRAINT "gathering_table_cluster_id_fkey" FOREIGN KEY ("cluster_id") REFERENCES "gathering_cluster"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_seat" ADD CONSTRAINT "gathering_seat_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "gathering_round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_seat" ADD CONSTRAINT "gathering_seat_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "gathering_registration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_seat" ADD CONSTRAINT "gathering_seat_table_id_round_id_fkey" FOREIGN KEY ("table_id", "round_id") REFERENCES "gathering_table"("id", "round_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_apart" ADD CONSTRAINT "gathering_apart_gathering_id_fkey" FOREIGN KEY ("gathering_id") REFERENCES "gathering"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_apart" ADD CONSTRAINT "gathering_apart_low_id_fkey" FOREIGN KEY ("low_id") REFERENCES "gathering_registration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_apart" ADD CONSTRAINT "gathering_apart_high_id_fkey" FOREIGN KEY ("high_id") REFERENCES "gathering_registration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_go_on" ADD CONSTRAINT "gathering_go_on_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "gathering_round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_go_on" ADD CONSTRAINT "gathering_go_on_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "gathering_registration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_go_on" ADD CONSTRAINT "gathering_go_on_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "gathering_registration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_workshop" ADD CONSTRAINT "gathering_workshop_gathering_id_fkey" FOREIGN KEY ("gathering_id") REFERENCES "gathering"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_workshop_place" ADD CONSTRAINT "gathering_workshop_place_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "gathering_registration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_workshop_place" ADD CONSTRAINT "gathering_workshop_place_workshop_id_turn_fkey" FOREIGN KEY ("workshop_id", "turn") REFERENCES "gathering_workshop"("id", "turn") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_question" ADD CONSTRAINT "gathering_question_gathering_id_fkey" FOREIGN KEY ("gathering_id") REFERENCES "gathering"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_question" ADD CONSTRAINT "gathering_question_table_id_fkey" FOREIGN KEY ("table_id") REFERENCES "gathering_table"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_question" ADD CONSTRAINT "gathering_question_cluster_id_fkey" FOREIGN KEY ("cluster_id") REFERENCES "gathering_cluster"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_question" ADD CONSTRAINT "gathering_question_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "gathering_registration"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_question" ADD CONSTRAINT "gathering_question_typed_by_id_fkey" FOREIGN KEY ("typed_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_promise" ADD CONSTRAINT "gathering_promise_gathering_id_fkey" FOREIGN KEY ("gathering_id") REFERENCES "gathering"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_promise" ADD CONSTRAINT "gathering_promise_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "gathering_registration"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_promise" ADD CONSTRAINT "gathering_promise_portfolio_id_fkey" FOREIGN KEY ("portfolio_id") REFERENCES "portfolio"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_promise" ADD CONSTRAINT "gathering_promise_written_by_id_fkey" FOREIGN KEY ("written_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_report" ADD CONSTRAINT "gathering_report_gathering_id_fkey" FOREIGN KEY ("gathering_id") REFERENCES "gathering"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_report" ADD CONSTRAINT "gathering_report_published_by_id_fkey" FOREIGN KEY ("published_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_named" ADD CONSTRAINT "gathering_named_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "gathering_registration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_agenda_item" ADD CONSTRAINT "gathering_agenda_item_gathering_id_fkey" FOREIGN KEY ("gathering_id") REFERENCES "gathering"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_agenda_item" ADD CONSTRAINT "gathering_agenda_item_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_agenda_item" ADD CONSTRAINT "gathering_agenda_item_put_forward_by_id_fkey" FOREIGN KEY ("put_forward_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_agenda_item" ADD CONSTRAINT "gathering_agenda_item_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_agenda_question" ADD CONSTRAINT "gathering_agenda_question_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "gathering_agenda_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering_agenda_question" ADD CONSTRAINT "gathering_agenda_question_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "gathering_question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ═════════════════════════════ rules ═════════════════════════════

alter table gathering_cluster
  add constraint gathering_cluster_holds check (holds in ('portfolios', 'notes')),
  add constraint gathering_cluster_name check (char_length(btrim(name)) between 1 and 80);

alter table gathering_note
  add constraint gathering_note_kind check (kind in ('idea', 'question', 'offer', 'need')),
  add constraint gathering_note_text check (char_length(btrim(text)) between 2 and 400 and char_length(byline) <= 60),
  add constraint gathering_note_state check (state in ('shown', 'hidden'));

alter table gathering_round
  add constraint gathering_round_kind check (kind in ('clusters', 'pairs', 'groups', 'market', 'workshops')),
  add constraint gathering_round_state check (state in ('planned', 'open', 'done')),
  add constraint gathering_round_moments check (
    (state = 'planned') = (opened_at is null) and (state = 'done') = (done_at is not null)),
  add constraint gathering_round_title check (char_length(btrim(title)) between 2 and 80),
  add constraint gathering_round_minutes check (minutes between 1 and 480),
  add constraint gathering_round_area_wish check (area_wish in ('mixed', 'near')),
  add constraint gathering_round_seats check (2 <= least_seats and least_seats <= most_seats and most_seats <= 12),
  add constraint gathering_round_proposal check (proposal in ('none', 'asked', 'ready', 'failed'));
create unique index gathering_round_one_open on gathering_round (gathering_id) where state = 'open';

alter table gathering_table add constraint gathering_table_number check (number between 1 and 500);
alter table gathering_apart add constraint gathering_apart_order check (low_id < high_id);
alter table gathering_go_on add constraint gathering_go_on_two check (from_id <> to_id);

alter table gathering_workshop
  add constraint gathering_workshop_turn check (turn between 1 and 3),
  add constraint gathering_workshop_texts check (
    char_length(btrim(title)) between 3 and 120 and char_length(about) <= 1000 and char_length(room) <= 80),
  add constraint gathering_workshop_capacity check (capacity between 1 and 200);

alter table gathering_question
  add constraint gathering_question_text check (char_length(btrim(text)) between 5 and 400),
  add constraint gathering_question_state check (state in ('shown', 'hidden'));

alter table gathering_promise
  add constraint gathering_promise_texts check (
    char_length(btrim(promiser)) between 2 and 80 and char_length(btrim(what)) between 3 and 300),
  add constraint gathering_promise_state check (state in ('open', 'kept', 'partly', 'not')),
  add constraint gathering_promise_answer check ((state = 'open') = (answered_at is null));

alter table gathering_report add constraint gathering_report_intro check (char_length(intro) <= 4000);
alter table gathering_named add constraint gathering_named_shown_as check (char_length(btrim(shown_as)) between 2 and 80);

alter table gathering_agenda_item
  add constraint gathering_agenda_item_state check (state in ('asked', 'answered', 'withdrawn')),
  add constraint gathering_agenda_item_answer check (
    (state = 'answered') = (answer is not null) and (state = 'answered') = (answered_at is not null)
    and (answer is null or answer in ('taken-up', 'partly', 'later', 'declined'))
    and (state <> 'answered' or char_length(btrim(answer_text)) between 10 and 4000)),
  add constraint gathering_agenda_item_texts check (
    char_length(btrim(title)) between 3 and 120 and char_length(btrim(request)) between 10 and 2000);

-- ───────────────────────────── what changed, in order ─────────────────────────────

/* Numbers one change without gaps, remembers it and wakes who listens. The row of the pulse is locked until the end of the
   transaction, so a lower number is never seen after a higher one. Only called by deferred triggers: the lock is the last one taken. */
create function gathering_changed(the_gathering uuid, the_kind text, the_subject uuid) returns void language plpgsql as $$
declare the_number int;
begin
  if not exists (select from gathering where id = the_gathering) then return; end if;
  insert into gathering_pulse as pulse (gathering_id, last_number) values (the_gathering, 1)
    on conflict (gathering_id) do update set last_number = pulse.last_number + 1
    returning last_number into the_number;
  insert into gathering_change (gathering_id, number, kind, subject_id, changed_at)
    values (the_gathering, the_number, the_kind, the_subject, clock_timestamp());
  perform pg_notify('gathering_change', the_gathering::text || ' ' || the_number);
end $$;

/* Arguments: kind, column of the subject. Rows know their gathering, or by one step (note, workshop). */
create function gathering_row_changed() returns trigger language plpgsql as $$
declare
  the_row jsonb := coalesce(to_jsonb(new), to_jsonb(old));
  the_subject uuid := the_row ->> tg_argv[1];
  the_gathering uuid := case tg_table_name
    when 'gathering' then the_subject
    when 'gathering_note_portfolio' then (select gathering_id from gathering_note where id = the_subject)
    when 'gathering_workshop_place' then (select gathering_id from gathering_workshop where id = the_subject)
    else (the_row ->> 'gathering_id')::uuid end;
begin
  if the_gathering is not null then perform gathering_changed(the_gathering, tg_argv[0], the_subject); end if;
  return null;
end $$;

create constraint trigger gathering_note_changed after insert or update or delete on gathering_note
  deferrable initially deferred for each row execute function gathering_row_changed('note', 'id');
create constraint trigger gathering_note_portfolio_changed after insert or delete on gathering_note_portfolio
  deferrable initially deferred for each row execute function gathering_row_changed('note', 'note_id');
create constraint trigger gathering_cluster_changed after insert or update or delete on gathering_cluster
  deferrable initially deferred for each row execute function gathering_row_changed('cluster', 'id');
create constraint trigger gathering_card_changed after insert or update or delete on gathering_card
  deferrable initially deferred for each row execute function gathering_row_changed('card', 'portfolio_id');
create constraint trigger gathering_round_changed after insert or update or delete on gathering_round
  deferrable initially deferred for each row execute function gathering_row_changed('round', 'id');
create constraint trigger gathering_question_changed after insert or update or delete on gathering_question
  deferrable initially deferred for each row execute function gathering_row_changed('question', 'id');
create constraint trigger gathering_promise_changed after insert or update or delete on gathering_promise
  deferrable initially deferred for each row execute function gathering_row_changed('promise', 'id');
create constraint trigger gathering_workshop_changed after insert or update or delete on gathering_workshop
  deferrable initially deferred for each row execute function gathering_row_changed('workshop', 'id');
create constraint trigger gathering_workshop_place_changed after insert or update or delete on gathering_workshop_place
  deferrable initially deferred for each row execute function gathering_row_changed('workshop', 'workshop_id');
create constraint trigger gathering_arrival_changed after update of arrived_at on gathering_registration
  deferrable initially deferred for each row when (new.arrived_at is distinct from old.arrived_at)
  execute function gathering_row_changed('arrival', 'id');
create constraint trigger gathering_state_changed after update of state on gathering
  deferrable initially deferred for each row when (new.state <> old.state)
  execute function gathering_row_changed('gathering', 'id');

create function gathering_change_fixed() returns trigger language plpgsql as $$
begin
  perform refuse('record_append_only', 'what changed stays written down');
  return null;
end $$;
create trigger gathering_change_fixed before update on gathering_change for each row execute function gathering_change_fixed();
