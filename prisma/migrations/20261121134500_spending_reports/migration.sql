-- CreateTable
CREATE TABLE "spending_report" (
    "id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "until_day" DATE NOT NULL,
    "intro" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "started_by_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ NOT NULL,
    "sequence" INTEGER,
    "sent_by_id" UUID,
    "sent_at" TIMESTAMPTZ,
    "published" TEXT,
    "receipt" TEXT,

    CONSTRAINT "spending_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "spending_report_line" (
    "report_id" UUID NOT NULL,
    "fund_id" UUID NOT NULL,
    "forecast_cents" BIGINT,
    "explanation" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "author_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "spending_report_line_pkey" PRIMARY KEY ("report_id","fund_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "spending_report_year_sequence_key" ON "spending_report"("year", "sequence");

-- AddForeignKey
ALTER TABLE "spending_report" ADD CONSTRAINT "spending_report_started_by_id_fkey" FOREIGN KEY ("started_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "spending_report" ADD CONSTRAINT "spending_report_sent_by_id_fkey" FOREIGN KEY ("sent_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "spending_report_line" ADD CONSTRAINT "spending_report_line_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "spending_report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "spending_report_line" ADD CONSTRAINT "spending_report_line_fund_id_fkey" FOREIGN KEY ("fund_id") REFERENCES "fund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "spending_report_line" ADD CONSTRAINT "spending_report_line_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ─────────────── spending reports ───────────────

alter table spending_report
  add constraint spending_report_state check (state in ('draft', 'sent')),
  add constraint spending_report_year check (year between 2000 and 2100),
  add constraint spending_report_intro check (char_length(intro) <= 4000),
  -- published whole, with the digest of exactly what was published
  add constraint spending_report_sent_complete check (
    num_nonnulls(sequence, sent_by_id, sent_at, published, receipt) = case state when 'sent' then 5 else 0 end),
  add constraint spending_report_receipt check (published is null or receipt = encode(sha256(convert_to(published, 'UTF8')), 'hex'));

alter table spending_report_line
  add constraint spending_report_line_forecast check (forecast_cents is null or forecast_cents >= 0),
  add constraint spending_report_line_explanation check (char_length(explanation) <= 2000);

-- One draft of a year at a time.
create unique index spending_report_one_draft on spending_report (year) where state = 'draft';

create function spending_report_is_frozen() returns trigger language plpgsql as $$
begin
  if old.state = 'sent' then
    perform refuse('spending_report_sent', 'a report that was sent stays as it is: send a new one');
  elsif tg_op = 'DELETE' then
    perform refuse('spending_report_sent', 'a report stays');
  end if;
  return new;
end $$;
create trigger spending_report_sent before update or delete on spending_report
  for each row execute function spending_report_is_frozen();
create trigger spending_report_no_truncate before truncate on spending_report
  for each statement execute function ledger_is_append_only();

-- The report's row is shared here and taken alone by who sends it, so that no forecast slips in while it is sent.
create function spending_report_line_fits() returns trigger language plpgsql as $$
declare
  r spending_report;
begin
  select * into r from spending_report where id = coalesce(new.report_id, old.report_id) for share;
  if r.state = 'sent' then
    perform refuse('spending_report_sent', 'a report that was sent stays as it is: send a new one');
  end if;
  if tg_op = 'DELETE' then return old; end if;
  if not exists (select 1 from fund where id = new.fund_id and year = r.year) then
    perform refuse('spending_report_line_year', 'the line is of another year');
  end if;
  return new;
end $$;
create trigger spending_report_line_fits before insert or update or delete on spending_report_line
  for each row execute function spending_report_line_fits();
create trigger spending_report_line_no_truncate before truncate on spending_report_line
  for each statement execute function ledger_is_append_only();
