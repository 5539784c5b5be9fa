-- AlterTable
ALTER TABLE "suggestion_interest" ADD COLUMN     "withdrawn_at" TIMESTAMPTZ;

create trigger suggestion_interest_again_not_blocked before update of withdrawn_at on suggestion_interest
  for each row when (new.withdrawn_at is null) execute function suggestion_interest_not_blocked();
