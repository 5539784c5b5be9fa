-- AlterTable
ALTER TABLE "plan_import" ADD COLUMN     "is_example" BOOLEAN NOT NULL DEFAULT false;
