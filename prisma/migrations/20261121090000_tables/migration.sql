-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "name_is_public" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT NOT NULL DEFAULT 'nl',
    "languages" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "mail_on_steps" BOOLEAN NOT NULL DEFAULT true,
    "mail_on_work" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "user_agent" TEXT NOT NULL DEFAULT '',
    "expires_at" TIMESTAMPTZ NOT NULL,
    "second_factor_at" TIMESTAMPTZ,
    "challenge" TEXT,
    "challenge_until" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_code" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "requester_hash" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "used_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "sign_in_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passkey" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "credential_id" TEXT NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL,
    "transports" TEXT[],
    "created_at" TIMESTAMPTZ NOT NULL,
    "used_at" TIMESTAMPTZ,

    CONSTRAINT "passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "authenticator" (
    "person_id" UUID NOT NULL,
    "sealed_secret" TEXT NOT NULL,
    "confirmed_at" TIMESTAMPTZ,
    "last_step" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "authenticator_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "backup_code" (
    "person_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "backup_code_pkey" PRIMARY KEY ("person_id","code_hash")
);

-- CreateTable
CREATE TABLE "second_factor_try" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "tried_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "second_factor_try_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_area" (
    "person_id" UUID NOT NULL,
    "area_code" TEXT NOT NULL,

    CONSTRAINT "person_area_pkey" PRIMARY KEY ("person_id","area_code")
);

-- CreateTable
CREATE TABLE "person_theme" (
    "person_id" UUID NOT NULL,
    "theme_slug" TEXT NOT NULL,

    CONSTRAINT "person_theme_pkey" PRIMARY KEY ("person_id","theme_slug")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "website" TEXT,
    "alliance_partner_since" DATE,
    "source_key" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation_member" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "begins_on" DATE NOT NULL,
    "ends_on" DATE,

    CONSTRAINT "organisation_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "body_membership" (
    "id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "organisation_id" UUID,
    "begins_on" DATE NOT NULL,
    "ends_on" DATE,
    "granted_by_id" UUID,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "body_membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source_paper" (
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "date" DATE,

    CONSTRAINT "source_paper_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "area" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "parent_code" TEXT,

    CONSTRAINT "area_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "theme" (
    "slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "description_en" TEXT NOT NULL,
    "source_key" TEXT,

    CONSTRAINT "theme_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "body" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "parent_id" UUID,
    "chair_name" TEXT,
    "chair_organisation" TEXT,
    "remit" TEXT NOT NULL,
    "remit_en" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "source_key" TEXT,

    CONSTRAINT "body_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "body_area" (
    "body_id" UUID NOT NULL,
    "area_code" TEXT NOT NULL,

    CONSTRAINT "body_area_pkey" PRIMARY KEY ("body_id","area_code")
);

-- CreateTable
CREATE TABLE "body_theme" (
    "body_id" UUID NOT NULL,
    "theme_slug" TEXT NOT NULL,

    CONSTRAINT "body_theme_pkey" PRIMARY KEY ("body_id","theme_slug")
);

-- CreateTable
CREATE TABLE "body_organisation" (
    "body_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,

    CONSTRAINT "body_organisation_pkey" PRIMARY KEY ("body_id","organisation_id")
);

-- CreateTable
CREATE TABLE "actielijn" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "goal" TEXT NOT NULL,
    "body_id" UUID NOT NULL,
    "stage" TEXT NOT NULL,
    "state_note" TEXT NOT NULL,
    "source_key" TEXT,

    CONSTRAINT "actielijn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "eligibility_rule" (
    "slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "text_en" TEXT NOT NULL,
    "source_key" TEXT,

    CONSTRAINT "eligibility_rule_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "programme_setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by_id" UUID,

    CONSTRAINT "programme_setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "criteria_set" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "body_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "intro" TEXT NOT NULL,
    "intro_en" TEXT NOT NULL,
    "source_key" TEXT,

    CONSTRAINT "criteria_set_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "criteria_version" (
    "id" UUID NOT NULL,
    "criteria_set_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "frozen_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "criteria_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "criterion" (
    "id" UUID NOT NULL,
    "criteria_version_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "explanation" TEXT NOT NULL,
    "explanation_en" TEXT NOT NULL,
    "scale" TEXT[],
    "scale_en" TEXT[],
    "weight" INTEGER NOT NULL,
    "minimum_hundredths" INTEGER,

    CONSTRAINT "criterion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "initiative" (
    "id" UUID NOT NULL,
    "slug" TEXT,
    "stage" TEXT NOT NULL,
    "draft" JSONB,
    "draft_saved_at" TIMESTAMPTZ,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "current_version" INTEGER NOT NULL DEFAULT 0,
    "title" TEXT NOT NULL DEFAULT '',
    "summary" TEXT NOT NULL DEFAULT '',
    "whole_district" BOOLEAN NOT NULL DEFAULT false,
    "requested_cents" BIGINT NOT NULL DEFAULT 0,
    "submitter_id" UUID,
    "organisation_id" UUID,
    "body_id" UUID,
    "state_note" TEXT,
    "source_key" TEXT,
    "due_on" DATE,
    "submitted_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "initiative_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "initiative_version" (
    "initiative_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "initiative_version_pkey" PRIMARY KEY ("initiative_id","version")
);

-- CreateTable
CREATE TABLE "initiative_theme" (
    "initiative_id" UUID NOT NULL,
    "theme_slug" TEXT NOT NULL,

    CONSTRAINT "initiative_theme_pkey" PRIMARY KEY ("initiative_id","theme_slug")
);

-- CreateTable
CREATE TABLE "initiative_area" (
    "initiative_id" UUID NOT NULL,
    "area_code" TEXT NOT NULL,

    CONSTRAINT "initiative_area_pkey" PRIMARY KEY ("initiative_id","area_code")
);

-- CreateTable
CREATE TABLE "initiative_partner" (
    "initiative_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,

    CONSTRAINT "initiative_partner_pkey" PRIMARY KEY ("initiative_id","organisation_id")
);

-- CreateTable
CREATE TABLE "initiative_event" (
    "id" UUID NOT NULL,
    "initiative_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "body_id" UUID,
    "reason" TEXT,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "occurred_at" TIMESTAMPTZ NOT NULL,
    "actor_id" UUID,
    "sequence" BIGSERIAL NOT NULL,

    CONSTRAINT "initiative_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "eligibility_check" (
    "initiative_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "rule_slug" TEXT NOT NULL,
    "met" BOOLEAN NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "checked_at" TIMESTAMPTZ NOT NULL,
    "checked_by_id" UUID NOT NULL,

    CONSTRAINT "eligibility_check_pkey" PRIMARY KEY ("initiative_id","version","rule_slug")
);

-- CreateTable
CREATE TABLE "attachment" (
    "id" UUID NOT NULL,
    "initiative_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "byte_size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "description" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL DEFAULT 0,
    "uploaded_by_id" UUID,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attachment_content" (
    "attachment_id" UUID NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "attachment_content_pkey" PRIMARY KEY ("attachment_id")
);

-- CreateTable
CREATE TABLE "round" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "body_id" UUID NOT NULL,
    "criteria_version_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "opens_on" DATE NOT NULL,
    "closes_on" DATE NOT NULL,
    "minimum_reviews" INTEGER NOT NULL,
    "fund_id" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ,

    CONSTRAINT "round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "round_entry" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "initiative_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "round_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_assignment" (
    "id" UUID NOT NULL,
    "round_entry_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID,
    "assigned_by_id" UUID,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "interest_declaration" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "initiative_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "declared_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "interest_declaration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review" (
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "opened_at" TIMESTAMPTZ NOT NULL,
    "submitted_at" TIMESTAMPTZ,

    CONSTRAINT "review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_score" (
    "review_id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "points" INTEGER,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "review_score_pkey" PRIMARY KEY ("review_id","criterion_id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL,
    "number" TEXT,
    "origin" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "body_id" UUID NOT NULL,
    "initiative_id" UUID,
    "initiative_version" INTEGER,
    "actielijn_id" UUID,
    "round_entry_id" UUID,
    "criteria_version_id" UUID,
    "title" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "amount_cents" BIGINT,
    "fund_id" UUID,
    "conditions" TEXT NOT NULL DEFAULT '',
    "refer_to_body_id" UUID,
    "method" TEXT NOT NULL,
    "motivation" TEXT NOT NULL,
    "interest_statement" TEXT NOT NULL DEFAULT '',
    "taken_on" DATE NOT NULL,
    "replaces_id" UUID,
    "source_key" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "proposer_id" UUID,
    "prepared_at" TIMESTAMPTZ,
    "confirmer_id" UUID,
    "confirmed_at" TIMESTAMPTZ,
    "published" JSONB,
    "receipt" TEXT,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision_criterion" (
    "decision_id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "motivation" TEXT NOT NULL,

    CONSTRAINT "decision_criterion_pkey" PRIMARY KEY ("decision_id","criterion_id")
);

-- CreateTable
CREATE TABLE "decision_participant" (
    "id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "person_id" UUID,
    "organisation_id" UUID,
    "part" TEXT NOT NULL,
    "vote" TEXT,
    "reason" TEXT,

    CONSTRAINT "decision_participant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision_objection" (
    "id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "objection" TEXT NOT NULL,
    "answer" TEXT NOT NULL,

    CONSTRAINT "decision_objection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision_counter" (
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "decision_counter_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "ledger_account" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "balance_cents" BIGINT NOT NULL DEFAULT 0,
    "floor_cents" BIGINT,

    CONSTRAINT "ledger_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fund" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "body_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "is_example" BOOLEAN NOT NULL DEFAULT false,
    "available_account_id" UUID NOT NULL,
    "committed_account_id" UUID NOT NULL,

    CONSTRAINT "fund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_entry" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "decision_id" UUID,
    "proposer_id" UUID,
    "approver_id" UUID,
    "corrects_id" UUID,
    "occurred_at" TIMESTAMPTZ NOT NULL,
    "recorded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sequence" BIGSERIAL NOT NULL,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "posting" (
    "entry_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "account_id" UUID NOT NULL,
    "amount_cents" BIGINT NOT NULL,

    CONSTRAINT "posting_pkey" PRIMARY KEY ("entry_id","line")
);

-- CreateTable
CREATE TABLE "form_key" (
    "key" UUID NOT NULL,
    "command" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "form_key_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "demo_mail" (
    "id" UUID NOT NULL,
    "to_address" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "demo_mail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE INDEX "sign_in_code_email_created_at_idx" ON "sign_in_code"("email", "created_at");

-- CreateIndex
CREATE INDEX "sign_in_code_requester_hash_created_at_idx" ON "sign_in_code"("requester_hash", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "passkey_credential_id_key" ON "passkey"("credential_id");

-- CreateIndex
CREATE INDEX "passkey_person_id_idx" ON "passkey"("person_id");

-- CreateIndex
CREATE INDEX "second_factor_try_person_id_tried_at_idx" ON "second_factor_try"("person_id", "tried_at");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_slug_key" ON "organisation"("slug");

-- CreateIndex
CREATE INDEX "organisation_member_person_id_idx" ON "organisation_member"("person_id");

-- CreateIndex
CREATE INDEX "organisation_member_organisation_id_idx" ON "organisation_member"("organisation_id");

-- CreateIndex
CREATE INDEX "body_membership_person_id_idx" ON "body_membership"("person_id");

-- CreateIndex
CREATE INDEX "body_membership_body_id_role_idx" ON "body_membership"("body_id", "role");

-- CreateIndex
CREATE INDEX "area_parent_code_idx" ON "area"("parent_code");

-- CreateIndex
CREATE UNIQUE INDEX "body_slug_key" ON "body"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "actielijn_slug_key" ON "actielijn"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "criteria_set_slug_key" ON "criteria_set"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "criteria_version_criteria_set_id_version_key" ON "criteria_version"("criteria_set_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "criterion_criteria_version_id_slug_key" ON "criterion"("criteria_version_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "initiative_slug_key" ON "initiative"("slug");

-- CreateIndex
CREATE INDEX "initiative_stage_idx" ON "initiative"("stage");

-- CreateIndex
CREATE INDEX "initiative_body_id_idx" ON "initiative"("body_id");

-- CreateIndex
CREATE INDEX "initiative_submitter_id_idx" ON "initiative"("submitter_id");

-- CreateIndex
CREATE INDEX "initiative_theme_theme_slug_idx" ON "initiative_theme"("theme_slug");

-- CreateIndex
CREATE INDEX "initiative_area_area_code_idx" ON "initiative_area"("area_code");

-- CreateIndex
CREATE INDEX "initiative_partner_organisation_id_idx" ON "initiative_partner"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "initiative_event_sequence_key" ON "initiative_event"("sequence");

-- CreateIndex
CREATE INDEX "initiative_event_initiative_id_occurred_at_idx" ON "initiative_event"("initiative_id", "occurred_at");

-- CreateIndex
CREATE INDEX "attachment_initiative_id_idx" ON "attachment"("initiative_id");

-- CreateIndex
CREATE UNIQUE INDEX "round_slug_key" ON "round"("slug");

-- CreateIndex
CREATE INDEX "round_body_id_idx" ON "round"("body_id");

-- CreateIndex
CREATE INDEX "round_entry_initiative_id_idx" ON "round_entry"("initiative_id");

-- CreateIndex
CREATE UNIQUE INDEX "round_entry_round_id_initiative_id_key" ON "round_entry"("round_id", "initiative_id");

-- CreateIndex
CREATE INDEX "review_assignment_person_id_idx" ON "review_assignment"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "review_assignment_round_entry_id_person_id_key" ON "review_assignment"("round_entry_id", "person_id");

-- CreateIndex
CREATE INDEX "interest_declaration_initiative_id_person_id_idx" ON "interest_declaration"("initiative_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "review_assignment_id_key" ON "review"("assignment_id");

-- CreateIndex
CREATE UNIQUE INDEX "decision_number_key" ON "decision"("number");

-- CreateIndex
CREATE UNIQUE INDEX "decision_replaces_id_key" ON "decision"("replaces_id");

-- CreateIndex
CREATE INDEX "decision_body_id_idx" ON "decision"("body_id");

-- CreateIndex
CREATE INDEX "decision_initiative_id_idx" ON "decision"("initiative_id");

-- CreateIndex
CREATE UNIQUE INDEX "decision_participant_decision_id_person_id_key" ON "decision_participant"("decision_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_account_code_key" ON "ledger_account"("code");

-- CreateIndex
CREATE UNIQUE INDEX "fund_slug_key" ON "fund"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "fund_available_account_id_key" ON "fund"("available_account_id");

-- CreateIndex
CREATE UNIQUE INDEX "fund_committed_account_id_key" ON "fund"("committed_account_id");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_entry_idempotency_key_key" ON "ledger_entry"("idempotency_key");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_entry_corrects_id_key" ON "ledger_entry"("corrects_id");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_entry_sequence_key" ON "ledger_entry"("sequence");

-- CreateIndex
CREATE INDEX "ledger_entry_decision_id_idx" ON "ledger_entry"("decision_id");

-- CreateIndex
CREATE INDEX "posting_account_id_idx" ON "posting"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "demo_mail_message_id_key" ON "demo_mail"("message_id");

-- CreateIndex
CREATE INDEX "demo_mail_to_address_sent_at_idx" ON "demo_mail"("to_address", "sent_at");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "authenticator" ADD CONSTRAINT "authenticator_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "backup_code" ADD CONSTRAINT "backup_code_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "second_factor_try" ADD CONSTRAINT "second_factor_try_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_area" ADD CONSTRAINT "person_area_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_area" ADD CONSTRAINT "person_area_area_code_fkey" FOREIGN KEY ("area_code") REFERENCES "area"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_theme" ADD CONSTRAINT "person_theme_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_theme" ADD CONSTRAINT "person_theme_theme_slug_fkey" FOREIGN KEY ("theme_slug") REFERENCES "theme"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_source_key_fkey" FOREIGN KEY ("source_key") REFERENCES "source_paper"("key") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_member" ADD CONSTRAINT "organisation_member_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_member" ADD CONSTRAINT "organisation_member_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_membership" ADD CONSTRAINT "body_membership_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_membership" ADD CONSTRAINT "body_membership_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_membership" ADD CONSTRAINT "body_membership_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_membership" ADD CONSTRAINT "body_membership_granted_by_id_fkey" FOREIGN KEY ("granted_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area" ADD CONSTRAINT "area_parent_code_fkey" FOREIGN KEY ("parent_code") REFERENCES "area"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theme" ADD CONSTRAINT "theme_source_key_fkey" FOREIGN KEY ("source_key") REFERENCES "source_paper"("key") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body" ADD CONSTRAINT "body_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "body"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body" ADD CONSTRAINT "body_source_key_fkey" FOREIGN KEY ("source_key") REFERENCES "source_paper"("key") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_area" ADD CONSTRAINT "body_area_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_area" ADD CONSTRAINT "body_area_area_code_fkey" FOREIGN KEY ("area_code") REFERENCES "area"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_theme" ADD CONSTRAINT "body_theme_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_theme" ADD CONSTRAINT "body_theme_theme_slug_fkey" FOREIGN KEY ("theme_slug") REFERENCES "theme"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_organisation" ADD CONSTRAINT "body_organisation_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_organisation" ADD CONSTRAINT "body_organisation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "actielijn" ADD CONSTRAINT "actielijn_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "actielijn" ADD CONSTRAINT "actielijn_source_key_fkey" FOREIGN KEY ("source_key") REFERENCES "source_paper"("key") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "eligibility_rule" ADD CONSTRAINT "eligibility_rule_source_key_fkey" FOREIGN KEY ("source_key") REFERENCES "source_paper"("key") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "criteria_set" ADD CONSTRAINT "criteria_set_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "criteria_set" ADD CONSTRAINT "criteria_set_source_key_fkey" FOREIGN KEY ("source_key") REFERENCES "source_paper"("key") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "criteria_version" ADD CONSTRAINT "criteria_version_criteria_set_id_fkey" FOREIGN KEY ("criteria_set_id") REFERENCES "criteria_set"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "criterion" ADD CONSTRAINT "criterion_criteria_version_id_fkey" FOREIGN KEY ("criteria_version_id") REFERENCES "criteria_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_submitter_id_fkey" FOREIGN KEY ("submitter_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_source_key_fkey" FOREIGN KEY ("source_key") REFERENCES "source_paper"("key") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_version" ADD CONSTRAINT "initiative_version_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_theme" ADD CONSTRAINT "initiative_theme_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_theme" ADD CONSTRAINT "initiative_theme_theme_slug_fkey" FOREIGN KEY ("theme_slug") REFERENCES "theme"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_area" ADD CONSTRAINT "initiative_area_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_area" ADD CONSTRAINT "initiative_area_area_code_fkey" FOREIGN KEY ("area_code") REFERENCES "area"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_partner" ADD CONSTRAINT "initiative_partner_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_partner" ADD CONSTRAINT "initiative_partner_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_event" ADD CONSTRAINT "initiative_event_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_event" ADD CONSTRAINT "initiative_event_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "eligibility_check" ADD CONSTRAINT "eligibility_check_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "eligibility_check" ADD CONSTRAINT "eligibility_check_rule_slug_fkey" FOREIGN KEY ("rule_slug") REFERENCES "eligibility_rule"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment_content" ADD CONSTRAINT "attachment_content_attachment_id_fkey" FOREIGN KEY ("attachment_id") REFERENCES "attachment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round" ADD CONSTRAINT "round_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round" ADD CONSTRAINT "round_criteria_version_id_fkey" FOREIGN KEY ("criteria_version_id") REFERENCES "criteria_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round" ADD CONSTRAINT "round_fund_id_fkey" FOREIGN KEY ("fund_id") REFERENCES "fund"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_entry" ADD CONSTRAINT "round_entry_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_entry" ADD CONSTRAINT "round_entry_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_assignment" ADD CONSTRAINT "review_assignment_round_entry_id_fkey" FOREIGN KEY ("round_entry_id") REFERENCES "round_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_assignment" ADD CONSTRAINT "review_assignment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interest_declaration" ADD CONSTRAINT "interest_declaration_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interest_declaration" ADD CONSTRAINT "interest_declaration_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "review_assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_score" ADD CONSTRAINT "review_score_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_score" ADD CONSTRAINT "review_score_criterion_id_fkey" FOREIGN KEY ("criterion_id") REFERENCES "criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_actielijn_id_fkey" FOREIGN KEY ("actielijn_id") REFERENCES "actielijn"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_round_entry_id_fkey" FOREIGN KEY ("round_entry_id") REFERENCES "round_entry"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_criteria_version_id_fkey" FOREIGN KEY ("criteria_version_id") REFERENCES "criteria_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_fund_id_fkey" FOREIGN KEY ("fund_id") REFERENCES "fund"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_refer_to_body_id_fkey" FOREIGN KEY ("refer_to_body_id") REFERENCES "body"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_replaces_id_fkey" FOREIGN KEY ("replaces_id") REFERENCES "decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_source_key_fkey" FOREIGN KEY ("source_key") REFERENCES "source_paper"("key") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_proposer_id_fkey" FOREIGN KEY ("proposer_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_confirmer_id_fkey" FOREIGN KEY ("confirmer_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_criterion" ADD CONSTRAINT "decision_criterion_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_criterion" ADD CONSTRAINT "decision_criterion_criterion_id_fkey" FOREIGN KEY ("criterion_id") REFERENCES "criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_participant" ADD CONSTRAINT "decision_participant_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_participant" ADD CONSTRAINT "decision_participant_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_participant" ADD CONSTRAINT "decision_participant_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_objection" ADD CONSTRAINT "decision_objection_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund" ADD CONSTRAINT "fund_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund" ADD CONSTRAINT "fund_available_account_id_fkey" FOREIGN KEY ("available_account_id") REFERENCES "ledger_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund" ADD CONSTRAINT "fund_committed_account_id_fkey" FOREIGN KEY ("committed_account_id") REFERENCES "ledger_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_corrects_id_fkey" FOREIGN KEY ("corrects_id") REFERENCES "ledger_entry"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "posting" ADD CONSTRAINT "posting_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "ledger_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "posting" ADD CONSTRAINT "posting_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "ledger_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
