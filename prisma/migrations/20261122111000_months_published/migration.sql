-- CreateTable
CREATE TABLE "published_month" (
    "month" DATE NOT NULL,
    "published_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "published_month_pkey" PRIMARY KEY ("month")
);

-- CreateTable
CREATE TABLE "published_figure" (
    "id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "activity_id" UUID,
    "area_code" TEXT,
    "amount_cents" BIGINT NOT NULL,
    "people" INTEGER NOT NULL,

    CONSTRAINT "published_figure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "published_claim" (
    "claim_id" UUID NOT NULL,
    "figure_id" UUID NOT NULL,

    CONSTRAINT "published_claim_pkey" PRIMARY KEY ("claim_id")
);

-- CreateIndex
CREATE INDEX "published_figure_month_idx" ON "published_figure"("month");

-- CreateIndex
CREATE INDEX "published_figure_activity_id_idx" ON "published_figure"("activity_id");

-- CreateIndex
CREATE INDEX "published_claim_figure_id_idx" ON "published_claim"("figure_id");

-- AddForeignKey
ALTER TABLE "published_figure" ADD CONSTRAINT "published_figure_month_fkey" FOREIGN KEY ("month") REFERENCES "published_month"("month") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_figure" ADD CONSTRAINT "published_figure_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_figure" ADD CONSTRAINT "published_figure_area_code_fkey" FOREIGN KEY ("area_code") REFERENCES "area"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_claim" ADD CONSTRAINT "published_claim_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "allowance_claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_claim" ADD CONSTRAINT "published_claim_figure_id_fkey" FOREIGN KEY ("figure_id") REFERENCES "published_figure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ─────────────── a month is published once (docs/decisions/0013) ───────────────

alter table published_month
  add constraint published_month_first_day check (extract(day from month) = 1),
  -- coordinators have a week to approve what was done in it
  add constraint published_month_over check (amsterdam_day(published_at) >= (month + interval '1 month 7 days')::date);

alter table published_figure
  add constraint published_figure_people check (people >= 5),
  add constraint published_figure_amount check (amount_cents > 0),
  add constraint published_figure_place check (activity_id is null or area_code is null);
create unique index published_figure_of_activity on published_figure (activity_id, month) where activity_id is not null;
create unique index published_figure_of_area on published_figure (area_code, month) nulls not distinct where activity_id is null;

create function published_month_in_order() returns trigger language plpgsql as $$
begin
  if (select max(month) from published_month) <> (new.month - interval '1 month')::date then
    perform refuse('published_month_in_order', 'months are published one after the other');
  end if;
  return new;
end $$;
create trigger published_month_in_order before insert on published_month
  for each row execute function published_month_in_order();

create trigger published_month_append_only before update or delete on published_month
  for each row execute function record_is_append_only();
create trigger published_month_no_truncate before truncate on published_month
  for each statement execute function record_is_append_only();
create trigger published_figure_append_only before update or delete on published_figure
  for each row execute function record_is_append_only();
create trigger published_figure_no_truncate before truncate on published_figure
  for each statement execute function record_is_append_only();
create trigger published_claim_append_only before update or delete on published_claim
  for each row execute function record_is_append_only();
create trigger published_claim_no_truncate before truncate on published_claim
  for each statement execute function record_is_append_only();

-- A figure is what its claims are together: approved before the day of publishing, of a day that was over, of its activity.
create function figure_adds_up(the_figure uuid) returns boolean language sql stable as $$
  select exists (
    select 1 from published_figure f
      where f.id = the_figure
        and (f.amount_cents, f.people) = (
          select coalesce(sum(c.amount_cents), 0), count(distinct c.person_id)::int
            from published_claim p join allowance_claim c on c.id = p.claim_id join activity a on a.id = c.activity_id
            where p.figure_id = f.id and c.state = 'approved'
              and c.day < (f.month + interval '1 month')::date
              and amsterdam_day(c.answered_at) < (f.month + interval '1 month 7 days')::date
              and case when f.activity_id is null then a.area_code is not distinct from f.area_code
                  else a.id = f.activity_id end)
        and not exists (
          select 1 from published_claim p join allowance_claim c on c.id = p.claim_id
            where p.figure_id = f.id and c.state <> 'approved'))
$$;

create function published_figure_adds_up() returns trigger language plpgsql as $$
begin
  if not figure_adds_up(new.id) then
    perform refuse('published_figure_adds_up', 'a figure is the sum of its claims');
  end if;
  return null;
end $$;
create constraint trigger published_figure_adds_up after insert on published_figure
  deferrable initially deferred for each row execute function published_figure_adds_up();

-- All claims of a figure come with it in one go, so that none is slipped in later.
create function published_claims_add_up() returns trigger language plpgsql as $$
begin
  if exists (select 1 from (select distinct figure_id from fresh) f where not figure_adds_up(f.figure_id)) then
    perform refuse('published_figure_adds_up', 'a figure is the sum of its claims');
  end if;
  return null;
end $$;
create trigger published_claims_add_up after insert on published_claim
  referencing new table as fresh for each statement execute function published_claims_add_up();
