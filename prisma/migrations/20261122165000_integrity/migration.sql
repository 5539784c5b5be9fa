-- CreateTable
CREATE TABLE "standing_interest" (
    "id" UUID NOT NULL,
    "interest_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "organisation_id" UUID,
    "organisation_name" TEXT NOT NULL DEFAULT '',
    "is_paid" BOOLEAN NOT NULL DEFAULT false,
    "gift" TEXT NOT NULL DEFAULT '',
    "value_cents" BIGINT,
    "is_kept" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT NOT NULL DEFAULT '',
    "begins_on" DATE NOT NULL,
    "ends_on" DATE,
    "declared_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "standing_interest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "interest_statement" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "stated_at" TIMESTAMPTZ NOT NULL,
    "is_nothing" BOOLEAN NOT NULL,

    CONSTRAINT "interest_statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "interest_ask" (
    "person_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "asked_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "interest_ask_pkey" PRIMARY KEY ("person_id","due_on")
);

-- CreateTable
CREATE TABLE "integrity_rule" (
    "id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "gift_from_cents" BIGINT NOT NULL,
    "chair_days" INTEGER NOT NULL,
    "manager_days" INTEGER NOT NULL,
    "control_days" INTEGER NOT NULL,
    "board_days" INTEGER NOT NULL,
    "asker_days" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "added_by_id" UUID,
    "added_at" TIMESTAMPTZ NOT NULL,
    "sequence" BIGSERIAL NOT NULL,

    CONSTRAINT "integrity_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "integrity_question" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "body_id" UUID,
    "asker_id" UUID,
    "sealed" BYTEA NOT NULL,
    "key_id" TEXT NOT NULL,
    "contact" TEXT NOT NULL DEFAULT '',
    "locale" TEXT NOT NULL DEFAULT 'nl',
    "token_hash" TEXT NOT NULL,
    "form_hash" TEXT NOT NULL,
    "skips" TEXT[],
    "level" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ NOT NULL,
    "level_since" TIMESTAMPTZ NOT NULL,
    "due_on" DATE,
    "closed_at" TIMESTAMPTZ,
    "outcome" TEXT NOT NULL DEFAULT '',
    "outcome_by_id" UUID,
    "outcome_at" TIMESTAMPTZ,
    "released_by_id" UUID,
    "released_at" TIMESTAMPTZ,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "erased_at" TIMESTAMPTZ,

    CONSTRAINT "integrity_question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "integrity_step" (
    "id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "by_id" UUID,
    "sealed" BYTEA NOT NULL,
    "key_id" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "integrity_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "integrity_look" (
    "id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "looker_id" UUID NOT NULL,
    "looked_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "integrity_look_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "integrity_kept_out" (
    "question_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "integrity_kept_out_pkey" PRIMARY KEY ("question_id","person_id")
);

-- CreateIndex
CREATE INDEX "standing_interest_person_id_idx" ON "standing_interest"("person_id");

-- CreateIndex
CREATE INDEX "standing_interest_organisation_id_idx" ON "standing_interest"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "standing_interest_interest_id_version_key" ON "standing_interest"("interest_id", "version");

-- CreateIndex
CREATE INDEX "interest_statement_person_id_stated_at_idx" ON "interest_statement"("person_id", "stated_at");

-- CreateIndex
CREATE UNIQUE INDEX "integrity_rule_sequence_key" ON "integrity_rule"("sequence");

-- CreateIndex
CREATE UNIQUE INDEX "integrity_question_number_key" ON "integrity_question"("number");

-- CreateIndex
CREATE UNIQUE INDEX "integrity_question_token_hash_key" ON "integrity_question"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "integrity_question_form_hash_key" ON "integrity_question"("form_hash");

-- CreateIndex
CREATE INDEX "integrity_question_state_due_on_idx" ON "integrity_question"("state", "due_on");

-- CreateIndex
CREATE UNIQUE INDEX "integrity_step_sequence_key" ON "integrity_step"("sequence");

-- CreateIndex
CREATE INDEX "integrity_step_question_id_idx" ON "integrity_step"("question_id");

-- CreateIndex
CREATE INDEX "integrity_look_question_id_idx" ON "integrity_look"("question_id");

-- AddForeignKey
ALTER TABLE "standing_interest" ADD CONSTRAINT "standing_interest_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "standing_interest" ADD CONSTRAINT "standing_interest_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interest_statement" ADD CONSTRAINT "interest_statement_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interest_ask" ADD CONSTRAINT "interest_ask_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "integrity_rule" ADD CONSTRAINT "integrity_rule_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "integrity_question" ADD CONSTRAINT "integrity_question_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "integrity_question" ADD CONSTRAINT "integrity_question_asker_id_fkey" FOREIGN KEY ("asker_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "integrity_question" ADD CONSTRAINT "integrity_question_outcome_by_id_fkey" FOREIGN KEY ("outcome_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "integrity_question" ADD CONSTRAINT "integrity_question_released_by_id_fkey" FOREIGN KEY ("released_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "integrity_step" ADD CONSTRAINT "integrity_step_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "integrity_question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "integrity_step" ADD CONSTRAINT "integrity_step_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "integrity_look" ADD CONSTRAINT "integrity_look_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "integrity_question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "integrity_look" ADD CONSTRAINT "integrity_look_looker_id_fkey" FOREIGN KEY ("looker_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "integrity_kept_out" ADD CONSTRAINT "integrity_kept_out_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "integrity_question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "integrity_kept_out" ADD CONSTRAINT "integrity_kept_out_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
