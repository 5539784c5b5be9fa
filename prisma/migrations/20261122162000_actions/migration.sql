-- CreateTable
CREATE TABLE "action" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "body_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "explanation" TEXT NOT NULL DEFAULT '',
    "owner_person_id" UUID,
    "owner_organisation_id" UUID,
    "owner_words" TEXT NOT NULL DEFAULT '',
    "due_kind" TEXT NOT NULL,
    "due_on" DATE,
    "state" TEXT NOT NULL DEFAULT 'open',
    "closed_at" TIMESTAMPTZ,
    "source" TEXT NOT NULL,
    "meeting_id" UUID,
    "minutes_line" TEXT,
    "decision_id" UUID,
    "promise_id" UUID,
    "follows_id" UUID,
    "published_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "action_update" (
    "action_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "by_role" TEXT NOT NULL,
    "by_person_id" UUID,
    "happened_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "action_update_pkey" PRIMARY KEY ("action_id","revision")
);

-- CreateTable
CREATE TABLE "action_reminder" (
    "action_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "step" TEXT NOT NULL,
    "reminded_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "action_reminder_pkey" PRIMARY KEY ("action_id","due_on","step")
);

-- CreateTable
CREATE TABLE "action_digest" (
    "body_id" UUID NOT NULL,
    "week_of" DATE NOT NULL,
    "sent_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "action_digest_pkey" PRIMARY KEY ("body_id","week_of")
);

-- CreateTable
CREATE TABLE "undertaking" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "body_id" UUID NOT NULL,
    "said_by" TEXT NOT NULL,
    "to_whom" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "said_on" DATE NOT NULL,
    "said_at" TEXT NOT NULL,
    "said_link" TEXT NOT NULL DEFAULT '',
    "due_on" DATE,
    "state" TEXT NOT NULL DEFAULT 'open',
    "written_by_id" UUID,
    "written_at" TIMESTAMPTZ NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "undertaking_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "undertaking_answer" (
    "id" UUID NOT NULL,
    "undertaking_id" UUID NOT NULL,
    "answer" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "proof_link" TEXT NOT NULL DEFAULT '',
    "proof_decision_id" UUID,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "proposed_by_id" UUID,
    "proposed_at" TIMESTAMPTZ NOT NULL,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ,
    "refused_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "undertaking_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "undertaking_proof" (
    "answer_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "undertaking_proof_pkey" PRIMARY KEY ("answer_id")
);

-- CreateTable
CREATE TABLE "undertaking_wording" (
    "undertaking_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "said_by" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "said_on" DATE NOT NULL,
    "said_at" TEXT NOT NULL,
    "due_on" DATE,
    "replaced_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "undertaking_wording_pkey" PRIMARY KEY ("undertaking_id","revision")
);

-- CreateTable
CREATE TABLE "input_told" (
    "kind" TEXT NOT NULL,
    "input_id" UUID NOT NULL,
    "move" TEXT NOT NULL,
    "told_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "input_told_pkey" PRIMARY KEY ("kind","input_id","move")
);

-- CreateIndex
CREATE UNIQUE INDEX "action_number_key" ON "action"("number");

-- CreateIndex
CREATE UNIQUE INDEX "action_follows_id_key" ON "action"("follows_id");

-- CreateIndex
CREATE INDEX "action_body_id_state_idx" ON "action"("body_id", "state");

-- CreateIndex
CREATE INDEX "action_owner_person_id_state_idx" ON "action"("owner_person_id", "state");

-- CreateIndex
CREATE INDEX "action_state_due_on_idx" ON "action"("state", "due_on");

-- CreateIndex
CREATE INDEX "action_decision_id_idx" ON "action"("decision_id");

-- CreateIndex
CREATE INDEX "action_promise_id_idx" ON "action"("promise_id");

-- CreateIndex
CREATE UNIQUE INDEX "action_meeting_id_minutes_line_key" ON "action"("meeting_id", "minutes_line");

-- CreateIndex
CREATE INDEX "action_update_by_person_id_idx" ON "action_update"("by_person_id");

-- CreateIndex
CREATE UNIQUE INDEX "undertaking_number_key" ON "undertaking"("number");

-- CreateIndex
CREATE INDEX "undertaking_body_id_state_idx" ON "undertaking"("body_id", "state");

-- CreateIndex
CREATE INDEX "undertaking_state_due_on_idx" ON "undertaking"("state", "due_on");

-- CreateIndex
CREATE INDEX "undertaking_answer_undertaking_id_idx" ON "undertaking_answer"("undertaking_id");

-- AddForeignKey
ALTER TABLE "action" ADD CONSTRAINT "action_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action" ADD CONSTRAINT "action_owner_person_id_fkey" FOREIGN KEY ("owner_person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action" ADD CONSTRAINT "action_owner_organisation_id_fkey" FOREIGN KEY ("owner_organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action" ADD CONSTRAINT "action_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action" ADD CONSTRAINT "action_promise_id_fkey" FOREIGN KEY ("promise_id") REFERENCES "gathering_promise"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action" ADD CONSTRAINT "action_follows_id_fkey" FOREIGN KEY ("follows_id") REFERENCES "action"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_update" ADD CONSTRAINT "action_update_action_id_fkey" FOREIGN KEY ("action_id") REFERENCES "action"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_update" ADD CONSTRAINT "action_update_by_person_id_fkey" FOREIGN KEY ("by_person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_reminder" ADD CONSTRAINT "action_reminder_action_id_fkey" FOREIGN KEY ("action_id") REFERENCES "action"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_digest" ADD CONSTRAINT "action_digest_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "undertaking" ADD CONSTRAINT "undertaking_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "undertaking" ADD CONSTRAINT "undertaking_written_by_id_fkey" FOREIGN KEY ("written_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "undertaking_answer" ADD CONSTRAINT "undertaking_answer_undertaking_id_fkey" FOREIGN KEY ("undertaking_id") REFERENCES "undertaking"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "undertaking_answer" ADD CONSTRAINT "undertaking_answer_proof_decision_id_fkey" FOREIGN KEY ("proof_decision_id") REFERENCES "decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "undertaking_answer" ADD CONSTRAINT "undertaking_answer_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "undertaking_answer" ADD CONSTRAINT "undertaking_answer_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "undertaking_proof" ADD CONSTRAINT "undertaking_proof_answer_id_fkey" FOREIGN KEY ("answer_id") REFERENCES "undertaking_answer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "undertaking_wording" ADD CONSTRAINT "undertaking_wording_undertaking_id_fkey" FOREIGN KEY ("undertaking_id") REFERENCES "undertaking"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ═════════════════════════════ actions ═════════════════════════════

alter table action
  add constraint action_texts check (
    char_length(btrim(title)) between 3 and 300 and char_length(explanation) <= 4000 and char_length(owner_words) <= 120),
  -- everybody reads who does it, and never by a person's name
  add constraint action_owner_public check (owner_organisation_id is not null or btrim(owner_words) <> ''),
  add constraint action_due check (
    due_kind in ('day', 'asap', 'ongoing') and (due_kind = 'ongoing') = (due_on is null)),
  add constraint action_state check (
    state in ('open', 'done', 'dropped', 'handed') and (state = 'open') = (closed_at is null)),
  -- exactly the columns of its source; a decision may belong to any of them
  add constraint action_source check (
    source in ('by-hand', 'minutes', 'decision', 'promise', 'handed')
    and (source = 'minutes') = (meeting_id is not null) and (source = 'minutes') = (minutes_line is not null)
    and (source <> 'decision' or decision_id is not null) and (source = 'promise' or promise_id is null)
    and (source = 'handed') = (follows_id is not null));

alter table action_update
  add constraint action_update_kind check (
    kind in ('made', 'changed', 'published', 'progress', 'done', 'dropped', 'handed', 'reopened')),
  add constraint action_update_role check (by_role in ('owner', 'chair', 'programme_manager', 'editor', 'minutes')),
  add constraint action_update_text check (
    char_length(text) <= 2000
    and (kind not in ('progress', 'dropped', 'handed', 'reopened') or char_length(btrim(text)) >= 3));

/* A closed action changes only by opening it again; a handed one is the other body's from then on. Every change has a number, under
   which its history says what it was (`action_has_history`). What retention forgets changes nothing. */
create function action_keeps() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - 'owner_person_id' - 'promise_id') = (to_jsonb(old) - 'owner_person_id' - 'promise_id')
     and (new.owner_person_id is null or new.owner_person_id = old.owner_person_id)
     and (new.promise_id is null or new.promise_id = old.promise_id) then
    return new;
  end if;
  if (new.id, new.number, new.body_id, new.source, new.created_at) is distinct from
     (old.id, old.number, old.body_id, old.source, old.created_at)
     or (new.meeting_id, new.minutes_line, new.follows_id) is distinct from
        (old.meeting_id, old.minutes_line, old.follows_id)
     or (old.published_at is not null and new.published_at is distinct from old.published_at) then
    perform refuse('action_fixed', 'an action stays of its body and source, and public');
  end if;
  if new.revision <> old.revision + 1 then
    perform refuse('action_revision', 'every change of an action is counted');
  end if;
  -- what was done before the minutes were out becomes public as it is
  if old.state <> 'open' and (new.state <> 'open' or old.state = 'handed')
     and not (new.state = old.state and old.published_at is null and new.published_at is not null) then
    perform refuse('action_closed', 'a closed action is opened again before it changes');
  end if;
  return new;
end $$;
create trigger action_keeps before update on action for each row execute function action_keeps();

create function action_stays() returns trigger language plpgsql as $$
begin
  if old.published_at is not null then
    perform refuse('record_append_only', 'a public action stays on the list');
  end if;
  return old;
end $$;
create trigger action_stays before delete on action for each row execute function action_stays();
create trigger action_no_truncate before truncate on action for each statement execute function record_is_append_only();

/* No revision without its line of history, and no move without saying so. At the end of the transaction: the action comes first. */
create function action_has_history() returns trigger language plpgsql as $$
declare
  told text;
begin
  if tg_op = 'UPDATE' and new.revision = old.revision then return null; end if;
  select kind into told from action_update where action_id = new.id and revision = new.revision;
  if told is null and exists (select from action where id = new.id) then
    perform refuse('action_has_history', 'what happened with an action is written down');
  end if;
  if tg_op = 'UPDATE' and new.state is distinct from old.state
     and told is distinct from (case new.state when 'open' then 'reopened' else new.state end) then
    perform refuse('action_move_told', 'the history says which move it was');
  end if;
  return null;
end $$;
create constraint trigger action_has_history after insert or update on action
  deferrable initially deferred for each row execute function action_has_history();

-- Handed to another body: there it goes on as an action that says where it came from.
create function action_handed_on() returns trigger language plpgsql as $$
begin
  if not exists (select from action f where f.follows_id = new.id and f.body_id <> new.body_id) then
    perform refuse('action_handed_on', 'the other body has the action');
  end if;
  return null;
end $$;
create constraint trigger action_handed_on after update on action
  deferrable initially deferred for each row when (new.state = 'handed' and old.state <> 'handed')
  execute function action_handed_on();

create function action_follows_handed() returns trigger language plpgsql as $$
begin
  if not exists (select from action a where a.id = new.follows_id and a.state = 'handed') then
    perform refuse('action_handed_on', 'it goes on from an action that was handed over');
  end if;
  return null;
end $$;
create constraint trigger action_follows_handed after insert on action
  deferrable initially deferred for each row when (new.follows_id is not null) execute function action_follows_handed();

create function action_update_now() returns trigger language plpgsql as $$
begin
  if new.revision is distinct from (select revision from action where id = new.action_id) then
    perform refuse('action_revision', 'history is written when it happens');
  end if;
  return new;
end $$;
create trigger action_update_now before insert on action_update for each row execute function action_update_now();

-- Goes only with an action that was never public; and an account may be forgotten.
create function action_update_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if exists (select from action where id = old.action_id) then
      perform refuse('record_append_only', 'history stays');
    end if;
    return old;
  end if;
  if (to_jsonb(new) - 'by_person_id') <> (to_jsonb(old) - 'by_person_id') or new.by_person_id is not null then
    perform refuse('record_append_only', 'history stays');
  end if;
  return new;
end $$;
create trigger action_update_stays before update or delete on action_update
  for each row execute function action_update_stays();
create trigger action_update_no_truncate before truncate on action_update
  for each statement execute function record_is_append_only();

-- ═════════════════════════════ undertakings (toezeggingen) ═════════════════════════════

alter table undertaking
  add constraint undertaking_to_whom check (to_whom in ('council', 'district-committee', 'residents')),
  add constraint undertaking_state check (state in ('open', 'kept', 'partly', 'not')),
  add constraint undertaking_texts check (
    char_length(btrim(what)) between 10 and 2000 and char_length(btrim(said_by)) between 3 and 120
    and char_length(btrim(said_at)) between 3 and 200),
  add constraint undertaking_link check (said_link = '' or (said_link ~ '^https?://[^\s]+$' and char_length(said_link) <= 500)),
  add constraint undertaking_term check (due_on is null or due_on >= said_on),
  add constraint undertaking_said_on check (said_on <= amsterdam_day(written_at));

alter table undertaking_wording
  add constraint undertaking_wording_revision check (revision > 0);

/* What it says changes only while nothing was said of keeping it, and then the former wording stays to be read. */
create function undertaking_keeps() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - 'written_by_id') = (to_jsonb(old) - 'written_by_id') then return new; end if;
  if (new.id, new.number, new.body_id, new.written_at) is distinct from (old.id, old.number, old.body_id, old.written_at) then
    perform refuse('undertaking_fixed', 'an undertaking stays of its body');
  end if;
  if new.revision <> old.revision + 1 then
    perform refuse('undertaking_revision', 'every change is counted');
  end if;
  if (new.said_by, new.to_whom, new.what, new.said_on, new.said_at, new.said_link, new.due_on) is distinct from
     (old.said_by, old.to_whom, old.what, old.said_on, old.said_at, old.said_link, old.due_on) then
    if exists (select from undertaking_answer where undertaking_id = old.id and state <> 'refused') then
      perform refuse('undertaking_fixed', 'what became of it was said of these words');
    end if;
    insert into undertaking_wording (undertaking_id, revision, said_by, what, said_on, said_at, due_on, replaced_at)
      values (old.id, old.revision, old.said_by, old.what, old.said_on, old.said_at, old.due_on, now());
  end if;
  return new;
end $$;
create trigger undertaking_keeps before update on undertaking for each row execute function undertaking_keeps();
create trigger undertaking_append_only before delete on undertaking for each row execute function record_is_append_only();
create trigger undertaking_no_truncate before truncate on undertaking
  for each statement execute function record_is_append_only();
create trigger undertaking_wording_append_only before update or delete on undertaking_wording
  for each row execute function record_is_append_only();

/* Kept, partly or not is what two people said last. */
create function undertaking_as_confirmed() returns trigger language plpgsql as $$
begin
  if (select state from undertaking where id = new.id) is distinct from coalesce(
      (select answer from undertaking_answer where undertaking_id = new.id and state = 'confirmed'
        order by answered_at desc, id desc limit 1), 'open') then
    perform refuse('undertaking_as_confirmed', 'two people say what became of it');
  end if;
  return null;
end $$;
create constraint trigger undertaking_as_confirmed after insert or update on undertaking
  deferrable initially deferred for each row execute function undertaking_as_confirmed();

create function undertaking_answer_counts() returns trigger language plpgsql as $$
begin
  if (select state from undertaking where id = new.undertaking_id) is distinct from new.answer then
    perform refuse('undertaking_as_confirmed', 'a confirmed answer is what became of it');
  end if;
  return null;
end $$;
create constraint trigger undertaking_answer_counts after update on undertaking_answer
  deferrable initially deferred for each row when (new.state = 'confirmed' and old.state <> 'confirmed')
  execute function undertaking_answer_counts();

alter table undertaking_answer
  add constraint undertaking_answer_answer check (answer in ('kept', 'partly', 'not')),
  add constraint undertaking_answer_texts check (
    char_length(btrim(text)) between 10 and 4000 and char_length(refused_reason) <= 1000),
  add constraint undertaking_answer_link check (proof_link = '' or (proof_link ~ '^https?://[^\s]+$' and char_length(proof_link) <= 500)),
  add constraint undertaking_answer_state check (
    state in ('waiting', 'confirmed', 'refused') and (state = 'waiting') = (answered_at is null)
    and (state = 'refused') = (refused_reason <> '')),
  add constraint undertaking_two_persons check (answered_by_id <> proposed_by_id);
create unique index undertaking_answer_one_waiting on undertaking_answer (undertaking_id) where state = 'waiting';

alter table undertaking_proof
  add constraint undertaking_proof_kind check (kind in ('image', 'pdf')),
  add constraint undertaking_proof_size check (octet_length(bytes) between 1 and 10485760),
  add constraint undertaking_proof_name check (char_length(file_name) between 1 and 120);

create function undertaking_answer_keeps() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'waiting' then
      perform refuse('undertaking_two_persons', 'somebody else confirms it');
    end if;
    if exists (select from undertaking where id = new.undertaking_id and state = 'kept') then
      perform refuse('undertaking_kept_already', 'it was kept');
    end if;
    return new;
  end if;
  if (to_jsonb(new) - 'proposed_by_id' - 'answered_by_id') = (to_jsonb(old) - 'proposed_by_id' - 'answered_by_id')
     and old.state <> 'waiting' and new.answered_by_id is not distinct from old.answered_by_id then
    return new;
  end if;
  if old.state <> 'waiting'
     or (to_jsonb(new) - 'state' - 'answered_by_id' - 'answered_at' - 'refused_reason') is distinct from
        (to_jsonb(old) - 'state' - 'answered_by_id' - 'answered_at' - 'refused_reason') then
    perform refuse('undertaking_answered', 'what was said and confirmed stays');
  end if;
  if new.answered_by_id is null then
    perform refuse('undertaking_two_persons', 'somebody else confirms it');
  end if;
  return new;
end $$;
create trigger undertaking_answer_keeps before insert or update on undertaking_answer
  for each row execute function undertaking_answer_keeps();
create trigger undertaking_answer_append_only before delete on undertaking_answer
  for each row execute function record_is_append_only();
create trigger undertaking_proof_append_only before update or delete on undertaking_proof
  for each row execute function record_is_append_only();

-- At the end of the transaction: the file comes after the answer.
create function undertaking_proof_needed() returns trigger language plpgsql as $$
begin
  if new.answer = 'kept' and new.proof_link = '' and new.proof_decision_id is null
     and not exists (select from undertaking_proof where answer_id = new.id) then
    perform refuse('undertaking_proof_needed', 'that it was kept is shown by something everybody can open');
  end if;
  if new.proof_decision_id is not null
     and not exists (select from decision where id = new.proof_decision_id and number is not null) then
    perform refuse('undertaking_proof_decision', 'a decision of the register proves it');
  end if;
  return null;
end $$;
create constraint trigger undertaking_proof_needed after insert on undertaking_answer
  deferrable initially deferred for each row execute function undertaking_proof_needed();
