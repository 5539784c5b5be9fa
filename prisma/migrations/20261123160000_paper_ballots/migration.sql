-- AlterTable
ALTER TABLE "vote_sheet" ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'cards';

-- AlterTable
ALTER TABLE "vote_right" ADD COLUMN     "paper_number" INTEGER;

-- CreateTable
CREATE TABLE "vote_table_volunteer" (
    "id" UUID NOT NULL,
    "vote_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "appointed_by_id" UUID NOT NULL,
    "appointed_at" TIMESTAMPTZ NOT NULL,
    "ended_at" TIMESTAMPTZ,

    CONSTRAINT "vote_table_volunteer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vote_paper_entry" (
    "right_id" UUID NOT NULL,
    "volunteer_id" UUID NOT NULL,
    "digest" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "vote_paper_entry_pkey" PRIMARY KEY ("right_id","volunteer_id")
);

-- CreateTable
CREATE TABLE "vote_invalid_paper" (
    "right_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "vote_invalid_paper_pkey" PRIMARY KEY ("right_id")
);

-- CreateIndex
CREATE INDEX "vote_table_volunteer_person_id_idx" ON "vote_table_volunteer"("person_id");

-- CreateIndex
CREATE INDEX "vote_table_volunteer_appointed_by_id_idx" ON "vote_table_volunteer"("appointed_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "vote_table_volunteer_vote_id_person_id_key" ON "vote_table_volunteer"("vote_id", "person_id");

-- CreateIndex
CREATE INDEX "vote_paper_entry_volunteer_id_idx" ON "vote_paper_entry"("volunteer_id");

-- CreateIndex
CREATE UNIQUE INDEX "vote_right_vote_id_paper_number_key" ON "vote_right"("vote_id", "paper_number");

-- AddForeignKey
ALTER TABLE "vote_table_volunteer" ADD CONSTRAINT "vote_table_volunteer_vote_id_fkey" FOREIGN KEY ("vote_id") REFERENCES "vote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_table_volunteer" ADD CONSTRAINT "vote_table_volunteer_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_table_volunteer" ADD CONSTRAINT "vote_table_volunteer_appointed_by_id_fkey" FOREIGN KEY ("appointed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_paper_entry" ADD CONSTRAINT "vote_paper_entry_right_id_fkey" FOREIGN KEY ("right_id") REFERENCES "vote_right"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_paper_entry" ADD CONSTRAINT "vote_paper_entry_volunteer_id_fkey" FOREIGN KEY ("volunteer_id") REFERENCES "vote_table_volunteer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_invalid_paper" ADD CONSTRAINT "vote_invalid_paper_right_id_fkey" FOREIGN KEY ("right_id") REFERENCES "vote_right"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
