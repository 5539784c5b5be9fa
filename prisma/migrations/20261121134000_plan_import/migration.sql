-- CreateTable
CREATE TABLE "plan_import" (
    "id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "proposer_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ NOT NULL,
    "approver_id" UUID,
    "answered_at" TIMESTAMPTZ,
    "answer" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "plan_import_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "plan_import_state_idx" ON "plan_import"("state");

-- AddForeignKey
ALTER TABLE "plan_import" ADD CONSTRAINT "plan_import_proposer_id_fkey" FOREIGN KEY ("proposer_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_import" ADD CONSTRAINT "plan_import_approver_id_fkey" FOREIGN KEY ("approver_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ─────────────── a plan from a spreadsheet ───────────────

alter table plan_import
  add constraint plan_import_state check (state in ('proposed', 'approved', 'refused', 'withdrawn')),
  add constraint plan_import_sha256 check (sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
  add constraint plan_import_size check (octet_length(content) between 1 and 262144 and char_length(file_name) between 1 and 200),
  -- rule 1
  add constraint plan_import_two_persons check (state not in ('approved', 'refused') or (approver_id is not null and approver_id <> proposer_id)),
  add constraint plan_import_answered check ((state = 'proposed') = (answered_at is null)),
  add constraint plan_import_answer check (state not in ('refused', 'withdrawn') or char_length(btrim(answer)) between 1 and 2000);

-- What was refused or withdrawn may be brought again; what waits or was done may not.
create unique index plan_import_once on plan_import (sha256) where state in ('proposed', 'approved');

create function plan_import_is_record() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    perform refuse('plan_import_closed', 'an imported plan stays on record');
  elsif old.state <> 'proposed' then
    perform refuse('plan_import_closed', 'an answered import stays as it is');
  elsif (to_jsonb(new) - '{state,approver_id,answered_at,answer}'::text[])
     is distinct from (to_jsonb(old) - '{state,approver_id,answered_at,answer}'::text[]) then
    perform refuse('plan_import_closed', 'what was uploaded stays: withdraw it and upload anew');
  end if;
  return new;
end $$;
create trigger plan_import_closed before update or delete on plan_import
  for each row execute function plan_import_is_record();
create trigger plan_import_no_truncate before truncate on plan_import
  for each statement execute function ledger_is_append_only();
