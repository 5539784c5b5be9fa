-- AlterTable
ALTER TABLE "vote_project" ADD COLUMN     "category" INTEGER;

-- CreateTable
CREATE TABLE "vote_category" (
    "vote_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "ceiling_cents" BIGINT,

    CONSTRAINT "vote_category_pkey" PRIMARY KEY ("vote_id","number")
);

-- CreateIndex
CREATE INDEX "vote_project_vote_id_category_idx" ON "vote_project"("vote_id", "category");

-- AddForeignKey
ALTER TABLE "vote_category" ADD CONSTRAINT "vote_category_vote_id_fkey" FOREIGN KEY ("vote_id") REFERENCES "vote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_project" ADD CONSTRAINT "vote_project_vote_id_category_fkey" FOREIGN KEY ("vote_id", "category") REFERENCES "vote_category"("vote_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ─────────────── what a category is ───────────────

-- commas stand between names in the file of a vote (Pabulib), and semicolons and quotes between its fields
alter table vote_category
  add constraint vote_category_number check (number between 1 and 12),
  add constraint vote_category_name check (char_length(name) between 1 and 60 and name = btrim(name) and name !~ '[,;"[:cntrl:]]'),
  add constraint vote_category_ceiling check (ceiling_cents > 0);

create unique index vote_category_name_once on vote_category (vote_id, lower(name));

create trigger vote_category_while_draft before insert or update or delete on vote_category for each row execute function vote_parts_while_draft();

-- Who checked a project is not asked anew for an interest when somebody else puts it in a category.
drop trigger vote_project_without_interest on vote_project;
create trigger vote_project_without_interest
  before insert or update of vote_id, number, initiative_id, version, cost_cents, verdict, reason, checked_by_id, checked_at on vote_project
  for each row execute function vote_project_without_interest();

-- What cannot be is refused when it would be fixed; until then the amount, the costs and the list still change.
create function vote_categories_fit() returns trigger language plpgsql as $$
begin
  if exists (select from vote_category c where c.vote_id = new.id and c.ceiling_cents > new.amount_cents) then
    perform refuse('vote_category_within_amount', 'a category gets no more than there is');
  end if;
  if exists (select from vote_category c where c.vote_id = new.id and not exists (
    select from vote_project p where p.vote_id = new.id and p.category = c.number and p.verdict = 'included')) then
    perform refuse('vote_category_has_project', 'a category has a project that can be chosen');
  end if;
  if exists (select from vote_project p join vote_category c on c.vote_id = p.vote_id and c.number = p.category
    where p.vote_id = new.id and p.verdict = 'included' and p.cost_cents > c.ceiling_cents) then
    perform refuse('vote_category_affordable', 'a project that costs more than its category gets cannot win');
  end if;
  return new;
end $$;
create trigger vote_categories_fit before update on vote for each row
  when (old.state = 'draft' and new.state = 'announced') execute function vote_categories_fit();

select tell_changes('vote_category');
