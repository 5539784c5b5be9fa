-- AlterTable
ALTER TABLE "activity_volunteer" ADD COLUMN "written_name" TEXT NOT NULL DEFAULT '';

-- The name as it stood on paper at the door: coordinators find it back on their sheet, whatever the account is called.
alter table activity_volunteer
  add constraint activity_volunteer_written_name check (char_length(written_name) <= 80);
