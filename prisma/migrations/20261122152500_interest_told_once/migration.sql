-- AlterTable
ALTER TABLE "suggestion_interest" ADD COLUMN     "withdrawn_at" TIMESTAMPTZ;
