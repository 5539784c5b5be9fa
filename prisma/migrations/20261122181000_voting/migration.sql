-- AlterTable
ALTER TABLE "ledger_account" ADD COLUMN     "reserved_cents" BIGINT NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "vote" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "body_id" UUID NOT NULL,
    "fund_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "minimum_age" INTEGER NOT NULL DEFAULT 12,
    "opens_at" TIMESTAMPTZ NOT NULL,
    "closes_at" TIMESTAMPTZ NOT NULL,
    "ballot" TEXT NOT NULL,
    "at_most" INTEGER,
    "method" TEXT NOT NULL,
    "completion" TEXT,
    "minimum_votes" INTEGER NOT NULL DEFAULT 1,
    "amount_cents" BIGINT NOT NULL,
    "by_account" BOOLEAN NOT NULL DEFAULT true,
    "state" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "reserved_cents" BIGINT NOT NULL DEFAULT 0,
    "salt" TEXT NOT NULL,
    "preparer_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "announcer_id" UUID,
    "announced_at" TIMESTAMPTZ,
    "opened_at" TIMESTAMPTZ,
    "closed_at" TIMESTAMPTZ,
    "counted_at" TIMESTAMPTZ,
    "concluded_at" TIMESTAMPTZ,
    "canceller_id" UUID,
    "cancelled_at" TIMESTAMPTZ,
    "cancel_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "vote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vote_area" (
    "vote_id" UUID NOT NULL,
    "area_code" TEXT NOT NULL,

    CONSTRAINT "vote_area_pkey" PRIMARY KEY ("vote_id","area_code")
);

-- CreateTable
CREATE TABLE "vote_project" (
    "id" UUID NOT NULL,
    "vote_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "initiative_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "cost_cents" BIGINT NOT NULL,
    "verdict" TEXT,
    "reason" TEXT NOT NULL DEFAULT '',
    "checked_by_id" UUID,
    "checked_at" TIMESTAMPTZ,

    CONSTRAINT "vote_project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vote_sheet" (
    "id" UUID NOT NULL,
    "vote_id" UUID NOT NULL,
    "area_code" TEXT NOT NULL,
    "codes" INTEGER NOT NULL,
    "made_by_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "vote_sheet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vote_right" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "vote_id" UUID NOT NULL,
    "area_code" TEXT NOT NULL,
    "code_hash" TEXT,
    "sheet_id" UUID,
    "person_id" UUID,
    "is_used" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "vote_right_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vote_ballot" (
    "vote_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "choices" INTEGER[],

    CONSTRAINT "vote_ballot_pkey" PRIMARY KEY ("vote_id","key")
);

-- CreateTable
CREATE TABLE "vote_wrong_codes" (
    "vote_id" UUID NOT NULL,
    "hour" TIMESTAMPTZ NOT NULL,
    "tries" INTEGER NOT NULL,

    CONSTRAINT "vote_wrong_codes_pkey" PRIMARY KEY ("vote_id","hour")
);

-- CreateTable
CREATE TABLE "vote_count" (
    "vote_id" UUID NOT NULL,
    "attempt" INTEGER NOT NULL,
    "lots" INTEGER[],
    "ballots" INTEGER NOT NULL,
    "result" JSONB NOT NULL,
    "is_tie" BOOLEAN NOT NULL,
    "counted_by_id" UUID NOT NULL,
    "counted_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "vote_count_pkey" PRIMARY KEY ("vote_id","attempt")
);

-- CreateIndex
CREATE UNIQUE INDEX "vote_slug_key" ON "vote"("slug");

-- CreateIndex
CREATE INDEX "vote_body_id_state_idx" ON "vote"("body_id", "state");

-- CreateIndex
CREATE INDEX "vote_fund_id_idx" ON "vote"("fund_id");

-- CreateIndex
CREATE INDEX "vote_preparer_id_idx" ON "vote"("preparer_id");

-- CreateIndex
CREATE INDEX "vote_announcer_id_idx" ON "vote"("announcer_id");

-- CreateIndex
CREATE INDEX "vote_canceller_id_idx" ON "vote"("canceller_id");

-- CreateIndex
CREATE INDEX "vote_area_area_code_idx" ON "vote_area"("area_code");

-- CreateIndex
CREATE INDEX "vote_project_initiative_id_version_idx" ON "vote_project"("initiative_id", "version");

-- CreateIndex
CREATE INDEX "vote_project_checked_by_id_idx" ON "vote_project"("checked_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "vote_project_vote_id_number_key" ON "vote_project"("vote_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "vote_project_vote_id_initiative_id_key" ON "vote_project"("vote_id", "initiative_id");

-- CreateIndex
CREATE INDEX "vote_sheet_vote_id_idx" ON "vote_sheet"("vote_id");

-- CreateIndex
CREATE INDEX "vote_sheet_made_by_id_idx" ON "vote_sheet"("made_by_id");

-- CreateIndex
CREATE INDEX "vote_right_sheet_id_idx" ON "vote_right"("sheet_id");

-- CreateIndex
CREATE INDEX "vote_right_person_id_idx" ON "vote_right"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "vote_right_vote_id_code_hash_key" ON "vote_right"("vote_id", "code_hash");

-- CreateIndex
CREATE UNIQUE INDEX "vote_right_vote_id_person_id_key" ON "vote_right"("vote_id", "person_id");

-- CreateIndex
CREATE INDEX "vote_count_counted_by_id_idx" ON "vote_count"("counted_by_id");

-- AddForeignKey
ALTER TABLE "vote" ADD CONSTRAINT "vote_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote" ADD CONSTRAINT "vote_fund_id_fkey" FOREIGN KEY ("fund_id") REFERENCES "fund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote" ADD CONSTRAINT "vote_preparer_id_fkey" FOREIGN KEY ("preparer_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote" ADD CONSTRAINT "vote_announcer_id_fkey" FOREIGN KEY ("announcer_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote" ADD CONSTRAINT "vote_canceller_id_fkey" FOREIGN KEY ("canceller_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_area" ADD CONSTRAINT "vote_area_vote_id_fkey" FOREIGN KEY ("vote_id") REFERENCES "vote"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_area" ADD CONSTRAINT "vote_area_area_code_fkey" FOREIGN KEY ("area_code") REFERENCES "area"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_project" ADD CONSTRAINT "vote_project_vote_id_fkey" FOREIGN KEY ("vote_id") REFERENCES "vote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_project" ADD CONSTRAINT "vote_project_initiative_id_version_fkey" FOREIGN KEY ("initiative_id", "version") REFERENCES "initiative_version"("initiative_id", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_project" ADD CONSTRAINT "vote_project_checked_by_id_fkey" FOREIGN KEY ("checked_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_sheet" ADD CONSTRAINT "vote_sheet_vote_id_fkey" FOREIGN KEY ("vote_id") REFERENCES "vote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_sheet" ADD CONSTRAINT "vote_sheet_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_right" ADD CONSTRAINT "vote_right_vote_id_fkey" FOREIGN KEY ("vote_id") REFERENCES "vote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_right" ADD CONSTRAINT "vote_right_sheet_id_fkey" FOREIGN KEY ("sheet_id") REFERENCES "vote_sheet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_right" ADD CONSTRAINT "vote_right_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_ballot" ADD CONSTRAINT "vote_ballot_vote_id_fkey" FOREIGN KEY ("vote_id") REFERENCES "vote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_wrong_codes" ADD CONSTRAINT "vote_wrong_codes_vote_id_fkey" FOREIGN KEY ("vote_id") REFERENCES "vote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_count" ADD CONSTRAINT "vote_count_vote_id_fkey" FOREIGN KEY ("vote_id") REFERENCES "vote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_count" ADD CONSTRAINT "vote_count_counted_by_id_fkey" FOREIGN KEY ("counted_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
