-- CreateTable
CREATE TABLE "meeting" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "body_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "about" TEXT NOT NULL DEFAULT '',
    "starts_at" TIMESTAMPTZ NOT NULL,
    "ends_at" TIMESTAMPTZ NOT NULL,
    "venue_name" TEXT NOT NULL,
    "venue_address" TEXT NOT NULL DEFAULT '',
    "chair_name" TEXT NOT NULL,
    "is_open" BOOLEAN NOT NULL,
    "agenda_by" DATE NOT NULL,
    "agenda_published_at" TIMESTAMPTZ,
    "state" TEXT NOT NULL DEFAULT 'concept',
    "cancel_reason" TEXT NOT NULL DEFAULT '',
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ NOT NULL,
    "changed_at" TIMESTAMPTZ NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_change" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "changed_by_id" UUID,
    "happened_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "meeting_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_item" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "explanation" TEXT NOT NULL DEFAULT '',
    "kind" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "is_previous_minutes" BOOLEAN NOT NULL DEFAULT false,
    "actielijn_id" UUID,
    "initiative_id" UUID,
    "decision_id" UUID,
    "request_id" UUID,
    "gathering_item_id" UUID,
    "added_at" TIMESTAMPTZ NOT NULL,
    "changed_at" TIMESTAMPTZ NOT NULL,
    "removed_at" TIMESTAMPTZ,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "meeting_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_file" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "byte_size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "description" TEXT NOT NULL,
    "uploaded_by_id" UUID,
    "created_at" TIMESTAMPTZ NOT NULL,
    "removed_at" TIMESTAMPTZ,

    CONSTRAINT "meeting_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_file_content" (
    "file_id" UUID NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "meeting_file_content_pkey" PRIMARY KEY ("file_id")
);

-- CreateTable
CREATE TABLE "meeting_request" (
    "id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "meeting_id" UUID,
    "title" TEXT NOT NULL,
    "request" TEXT NOT NULL,
    "asked_by_id" UUID,
    "organisation_id" UUID,
    "workgroup_id" UUID,
    "asked_at" TIMESTAMPTZ NOT NULL,
    "answer_by" DATE NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'asked',
    "answer_text" TEXT NOT NULL DEFAULT '',
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "meeting_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "minutes" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'concept',
    "content" JSONB NOT NULL,
    "amendments" TEXT NOT NULL DEFAULT '',
    "begun_by_id" UUID,
    "begun_at" TIMESTAMPTZ NOT NULL,
    "changed_by_id" UUID,
    "changed_at" TIMESTAMPTZ NOT NULL,
    "sent_at" TIMESTAMPTZ,
    "adopted_at" TIMESTAMPTZ,
    "adopted_in_id" UUID,
    "number" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "minutes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "minutes_decision" (
    "minutes_id" UUID NOT NULL,
    "line_key" TEXT NOT NULL,
    "decision_id" UUID NOT NULL,

    CONSTRAINT "minutes_decision_pkey" PRIMARY KEY ("minutes_id","line_key")
);

-- CreateTable
CREATE TABLE "minutes_version" (
    "id" UUID NOT NULL,
    "minutes_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "amendments" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "made_by_id" UUID,
    "made_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "minutes_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "minutes_publication" (
    "version_id" UUID NOT NULL,
    "published" TEXT NOT NULL,
    "receipt" TEXT NOT NULL,
    "published_by_id" UUID,
    "published_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "minutes_publication_pkey" PRIMARY KEY ("version_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "meeting_slug_key" ON "meeting"("slug");

-- CreateIndex
CREATE INDEX "meeting_body_id_starts_at_idx" ON "meeting"("body_id", "starts_at");

-- CreateIndex
CREATE INDEX "meeting_state_starts_at_idx" ON "meeting"("state", "starts_at");

-- CreateIndex
CREATE INDEX "meeting_change_meeting_id_happened_at_idx" ON "meeting_change"("meeting_id", "happened_at");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_item_request_id_key" ON "meeting_item"("request_id");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_item_gathering_item_id_key" ON "meeting_item"("gathering_item_id");

-- CreateIndex
CREATE INDEX "meeting_item_meeting_id_idx" ON "meeting_item"("meeting_id");

-- CreateIndex
CREATE INDEX "meeting_item_actielijn_id_idx" ON "meeting_item"("actielijn_id");

-- CreateIndex
CREATE INDEX "meeting_item_initiative_id_idx" ON "meeting_item"("initiative_id");

-- CreateIndex
CREATE INDEX "meeting_item_decision_id_idx" ON "meeting_item"("decision_id");

-- CreateIndex
CREATE INDEX "meeting_file_item_id_idx" ON "meeting_file"("item_id");

-- CreateIndex
CREATE INDEX "meeting_request_body_id_state_idx" ON "meeting_request"("body_id", "state");

-- CreateIndex
CREATE INDEX "meeting_request_asked_by_id_idx" ON "meeting_request"("asked_by_id");

-- CreateIndex
CREATE INDEX "meeting_request_organisation_id_idx" ON "meeting_request"("organisation_id");

-- CreateIndex
CREATE INDEX "meeting_request_workgroup_id_idx" ON "meeting_request"("workgroup_id");

-- CreateIndex
CREATE INDEX "meeting_request_meeting_id_idx" ON "meeting_request"("meeting_id");

-- CreateIndex
CREATE UNIQUE INDEX "minutes_meeting_id_key" ON "minutes"("meeting_id");

-- CreateIndex
CREATE UNIQUE INDEX "minutes_number_key" ON "minutes"("number");

-- CreateIndex
CREATE INDEX "minutes_state_idx" ON "minutes"("state");

-- CreateIndex
CREATE INDEX "minutes_adopted_in_id_idx" ON "minutes"("adopted_in_id");

-- CreateIndex
CREATE INDEX "minutes_decision_decision_id_idx" ON "minutes_decision"("decision_id");

-- CreateIndex
CREATE UNIQUE INDEX "minutes_version_minutes_id_version_key" ON "minutes_version"("minutes_id", "version");

-- CreateIndex
CREATE INDEX "minutes_publication_published_at_idx" ON "minutes_publication"("published_at");

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_change" ADD CONSTRAINT "meeting_change_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_change" ADD CONSTRAINT "meeting_change_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_actielijn_id_fkey" FOREIGN KEY ("actielijn_id") REFERENCES "actielijn"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "meeting_request"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_gathering_item_id_fkey" FOREIGN KEY ("gathering_item_id") REFERENCES "gathering_agenda_item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_file" ADD CONSTRAINT "meeting_file_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "meeting_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_file" ADD CONSTRAINT "meeting_file_uploaded_by_id_fkey" FOREIGN KEY ("uploaded_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_file_content" ADD CONSTRAINT "meeting_file_content_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "meeting_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_request" ADD CONSTRAINT "meeting_request_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_request" ADD CONSTRAINT "meeting_request_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_request" ADD CONSTRAINT "meeting_request_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_request" ADD CONSTRAINT "meeting_request_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_request" ADD CONSTRAINT "meeting_request_workgroup_id_fkey" FOREIGN KEY ("workgroup_id") REFERENCES "body"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_request" ADD CONSTRAINT "meeting_request_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_adopted_in_id_fkey" FOREIGN KEY ("adopted_in_id") REFERENCES "meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_begun_by_id_fkey" FOREIGN KEY ("begun_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_decision" ADD CONSTRAINT "minutes_decision_minutes_id_fkey" FOREIGN KEY ("minutes_id") REFERENCES "minutes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_decision" ADD CONSTRAINT "minutes_decision_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_version" ADD CONSTRAINT "minutes_version_minutes_id_fkey" FOREIGN KEY ("minutes_id") REFERENCES "minutes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_version" ADD CONSTRAINT "minutes_version_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_publication" ADD CONSTRAINT "minutes_publication_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "minutes_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_publication" ADD CONSTRAINT "minutes_publication_published_by_id_fkey" FOREIGN KEY ("published_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ═════════════════════════════ meetings ═════════════════════════════

alter table meeting
  add constraint meeting_state check (state in ('concept', 'announced', 'cancelled')),
  add constraint meeting_slug check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 120),
  add constraint meeting_texts check (
    char_length(btrim(title)) between 3 and 120 and char_length(about) <= 2000
    and char_length(btrim(venue_name)) between 2 and 120 and char_length(venue_address) <= 200
    and char_length(btrim(chair_name)) between 2 and 120 and char_length(cancel_reason) <= 300),
  add constraint meeting_times check (ends_at > starts_at and ends_at <= starts_at + interval '24 hours'),
  add constraint meeting_agenda_by check (agenda_by <= amsterdam_day(starts_at)),
  add constraint meeting_cancelled_why check ((state = 'cancelled') = (btrim(cancel_reason) <> ''));

/* A meeting goes on from concept to announced, and ends there or is cancelled. It stays of its body, and its agenda is published once. */
create function meeting_moves() returns trigger language plpgsql as $$
begin
  if (new.id, new.body_id, new.created_at) is distinct from (old.id, old.body_id, old.created_at)
     or (old.state <> 'concept' and new.slug <> old.slug) then
    perform refuse('meeting_fixed', 'a meeting stays of its body, at its address');
  end if;
  if (old.state, new.state) not in (('concept', 'concept'), ('concept', 'announced'), ('concept', 'cancelled'),
      ('announced', 'announced'), ('announced', 'cancelled'), ('cancelled', 'cancelled')) then
    perform refuse('meeting_moves', 'a meeting does not go back');
  end if;
  if old.state = 'cancelled' and (to_jsonb(new) - 'created_by_id') is distinct from (to_jsonb(old) - 'created_by_id') then
    perform refuse('meeting_cancelled', 'a cancelled meeting does not change');
  end if;
  if old.agenda_published_at is not null and new.agenda_published_at is distinct from old.agenda_published_at then
    perform refuse('meeting_agenda_once', 'an agenda is published once');
  end if;
  if new.state = 'cancelled' and old.state <> 'cancelled' and exists (select from minutes where meeting_id = new.id) then
    perform refuse('meeting_has_minutes', 'what has minutes was held');
  end if;
  return new;
end $$;
create trigger meeting_moves before update on meeting for each row execute function meeting_moves();

create function meeting_stays() returns trigger language plpgsql as $$
begin
  perform refuse('meeting_stays', 'what was planned, asked, adopted or published is not deleted');
  return null;
end $$;
create trigger meeting_stays before delete on meeting for each row execute function meeting_stays();
create trigger meeting_no_truncate before truncate on meeting for each statement execute function meeting_stays();

-- Only who changed it goes out of it, when an account is deleted.
create function meeting_change_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if (to_jsonb(new) - 'changed_by_id') is not distinct from (to_jsonb(old) - 'changed_by_id') and new.changed_by_id is null then
      return new;
    end if;
  end if;
  perform refuse('meeting_change_stays', 'what happened to a meeting stays');
  return null;
end $$;
create trigger meeting_change_stays before update or delete on meeting_change for each row execute function meeting_change_stays();
create trigger meeting_change_no_truncate before truncate on meeting_change for each statement execute function meeting_change_stays();

alter table meeting_change
  add constraint meeting_change_kind check (kind in ('announced', 'moved', 'cancelled', 'agenda-published', 'item-added', 'item-changed',
    'item-removed', 'item-moved', 'file-added', 'file-removed')),
  add constraint meeting_change_text check (char_length(text) <= 1000);

-- ═════════════════════════════ agenda ═════════════════════════════

alter table meeting_item
  add constraint meeting_item_kind check (kind in ('inform', 'discuss', 'decide')),
  add constraint meeting_item_texts check (char_length(btrim(title)) between 3 and 200 and char_length(explanation) <= 4000),
  add constraint meeting_item_minutes check (minutes between 0 and 480),
  add constraint meeting_item_position check (position between 0 and 500),
  add constraint meeting_item_one_origin check (num_nonnulls(request_id, gathering_item_id) <= 1);

create unique index meeting_item_previous on meeting_item (meeting_id) where is_previous_minutes;

/* What stands on an agenda stays on it once the agenda is published, and belongs to the body of the meeting. A prepared decision is
   linked only when it is of that body. */
create function meeting_item_here() returns trigger language plpgsql as $$
declare the_meeting record;
begin
  select * into the_meeting from meeting where id = coalesce(new.meeting_id, old.meeting_id);
  if tg_op = 'DELETE' then
    if the_meeting.agenda_published_at is not null then
      perform refuse('meeting_item_stays', 'what was published on an agenda is marked, not deleted');
    end if;
    return old;
  end if;
  if the_meeting.state = 'cancelled' then
    perform refuse('meeting_cancelled', 'a cancelled meeting does not change');
  end if;
  if tg_op = 'UPDATE' and (new.id, new.meeting_id, new.added_at, new.is_previous_minutes) is distinct from
     (old.id, old.meeting_id, old.added_at, old.is_previous_minutes) then
    perform refuse('meeting_item_fixed', 'an item stays on its agenda');
  end if;
  if new.decision_id is not null and not exists (
      select from decision where id = new.decision_id and body_id = the_meeting.body_id) then
    perform refuse('meeting_item_decision', 'a body decides on its own decisions');
  end if;
  if new.request_id is not null and not exists (
      select from meeting_request where id = new.request_id and body_id = the_meeting.body_id) then
    perform refuse('meeting_item_request', 'it was asked of another body');
  end if;
  if new.gathering_item_id is not null and not exists (
      select from gathering_agenda_item where id = new.gathering_item_id and body_id = the_meeting.body_id and state <> 'withdrawn') then
    perform refuse('meeting_item_request', 'it was asked of another body');
  end if;
  return new;
end $$;
create trigger meeting_item_here before insert or update or delete on meeting_item
  for each row execute function meeting_item_here();

alter table meeting_file
  add constraint meeting_file_kind check (kind in ('image', 'pdf')),
  add constraint meeting_file_texts check (char_length(file_name) between 1 and 120 and char_length(description) <= 300),
  add constraint meeting_file_size check (byte_size between 1 and 20000000);

-- ═════════════════════════════ put forward ═════════════════════════════

alter table meeting_request
  add constraint meeting_request_state check (state in ('asked', 'placed', 'answered', 'withdrawn')),
  add constraint meeting_request_texts check (
    char_length(btrim(title)) between 3 and 120 and char_length(btrim(request)) between 10 and 2000 and char_length(answer_text) <= 2000),
  add constraint meeting_request_for_one check (num_nonnulls(organisation_id, workgroup_id) <= 1),
  add constraint meeting_request_answer check (
    (state = 'answered') = (btrim(answer_text) <> '')
    and (state in ('placed', 'answered')) = (answered_at is not null)),
  add constraint meeting_request_by_another check (answered_by_id <> asked_by_id),
  add constraint meeting_request_term check (answer_by >= amsterdam_day(asked_at));

/* An answer is given once. What was placed comes back only when the meeting is cancelled or the item is taken off, so that
   nobody's request gets lost. */
create function meeting_request_moves() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if not exists (select from body where id = new.body_id and kind <> 'programme')
       or (new.workgroup_id is not null and not exists (select from body where id = new.workgroup_id and kind = 'werkgroep'))
       or (new.meeting_id is not null and not exists (select from meeting where id = new.meeting_id and body_id = new.body_id)) then
      perform refuse('meeting_request_body', 'that body has no agenda for it');
    end if;
    return new;
  end if;
  if (new.id, new.body_id, new.title, new.request, new.asked_at, new.answer_by, new.organisation_id, new.workgroup_id) is distinct from
     (old.id, old.body_id, old.title, old.request, old.asked_at, old.answer_by, old.organisation_id, old.workgroup_id) then
    perform refuse('meeting_request_fixed', 'what was asked stays as it was asked');
  end if;
  if old.state in ('answered', 'withdrawn') and (to_jsonb(new) - 'asked_by_id' - 'answered_by_id') is distinct from
     (to_jsonb(old) - 'asked_by_id' - 'answered_by_id') then
    perform refuse('meeting_request_once', 'it is answered once');
  end if;
  return new;
end $$;
create trigger meeting_request_moves before insert or update on meeting_request
  for each row execute function meeting_request_moves();

/* What is placed stands on an agenda, and what stands on an agenda is placed: seen when the transaction ends. */
create function meeting_request_stands() returns trigger language plpgsql as $$
declare the_request uuid;
begin
  if tg_table_name = 'meeting_request' then the_request := new.id;
  else the_request := coalesce(new.request_id, old.request_id); end if;
  if the_request is not null and exists (
      select from meeting_request r where r.id = the_request and (r.state = 'placed') is distinct from exists (
        select from meeting_item i join meeting m on m.id = i.meeting_id
          where i.request_id = r.id and i.removed_at is null and m.state <> 'cancelled')) then
    perform refuse('meeting_request_stands', 'what is placed stands on an agenda');
  end if;
  return null;
end $$;
create constraint trigger meeting_request_stands after insert or update on meeting_request
  deferrable initially deferred for each row execute function meeting_request_stands();
create constraint trigger meeting_item_stands after insert or update or delete on meeting_item
  deferrable initially deferred for each row execute function meeting_request_stands();

-- ═════════════════════════════ minutes ═════════════════════════════

alter table minutes
  add constraint minutes_state check (state in ('concept', 'sent', 'adopted', 'published')),
  add constraint minutes_content check (jsonb_typeof(content) = 'object' and octet_length(content::text) <= 2000000),
  add constraint minutes_amendments check (char_length(amendments) <= 4000),
  add constraint minutes_sent check ((state <> 'concept') = (sent_at is not null)),
  add constraint minutes_adopted check ((state in ('adopted', 'published')) = (adopted_at is not null)
    and (adopted_at is null) = (adopted_in_id is null)),
  add constraint minutes_number check (number is null or number ~ '^V\d{4}-\d{4,6}$'),
  add constraint minutes_published check ((state = 'published') = (number is not null));

/* The way of minutes: concept, sent to the members, adopted in a later meeting of the same body, published. What was adopted does not
   change: a correction is another version. */
create function minutes_move() returns trigger language plpgsql as $$
declare
  the_meeting record;
  the_next record;
begin
  select * into the_meeting from meeting where id = new.meeting_id;
  if tg_op = 'INSERT' then
    if the_meeting.state <> 'announced' or the_meeting.starts_at > new.begun_at then
      perform refuse('minutes_of_what_was_held', 'minutes are of a meeting that was announced and has begun');
    end if;
    if new.state <> 'concept' then perform refuse('minutes_move', 'minutes begin as a concept'); end if;
    return new;
  end if;
  if (new.id, new.meeting_id, new.begun_at) is distinct from (old.id, old.meeting_id, old.begun_at)
     or (old.number is not null and new.number is distinct from old.number)
     or (old.adopted_at is not null and (new.adopted_at, new.adopted_in_id) is distinct from (old.adopted_at, old.adopted_in_id)) then
    perform refuse('minutes_fixed', 'minutes stay of their meeting');
  end if;
  if (old.state, new.state) not in (('concept', 'concept'), ('concept', 'sent'), ('sent', 'sent'), ('sent', 'adopted'),
      ('adopted', 'adopted'), ('adopted', 'published'), ('published', 'published')) then
    perform refuse('minutes_move', 'minutes are sent, adopted and published in that order');
  end if;
  if old.state in ('adopted', 'published') and (new.content, new.amendments) is distinct from (old.content, old.amendments) then
    perform refuse('minutes_adopted_stay', 'what was adopted does not change');
  end if;
  if new.state = 'adopted' and old.state = 'sent' then
    select * into the_next from meeting where id = new.adopted_in_id;
    if the_next.body_id <> the_meeting.body_id or the_next.starts_at <= the_meeting.starts_at
       or the_next.state <> 'announced' or the_next.starts_at > new.adopted_at then
      perform refuse('minutes_adopted_in_next', 'minutes are adopted in a later meeting of the same body, when it is held');
    end if;
  end if;
  return new;
end $$;
create trigger minutes_move before insert or update on minutes for each row execute function minutes_move();

/* What is adopted is at once a version, and there is no version of what was not. At the end of the transaction. */
create function minutes_have_version() returns trigger language plpgsql as $$
begin
  if not exists (select from minutes_version where minutes_id = new.id and version = 1) then
    perform refuse('minutes_have_version', 'what is adopted is kept as a version');
  end if;
  return null;
end $$;
create constraint trigger minutes_have_version after update of state on minutes
  deferrable initially deferred for each row when (new.state in ('adopted', 'published')) execute function minutes_have_version();

-- A concept may be thrown away when nobody was sent it.
create function minutes_stay() returns trigger language plpgsql as $$
begin
  if old.state <> 'concept' then perform refuse('meeting_stays', 'what was sent to members is not deleted'); end if;
  return old;
end $$;
create trigger minutes_stay before delete on minutes for each row execute function minutes_stay();

create function minutes_decision_of_body() returns trigger language plpgsql as $$
begin
  if not exists (select from decision d join meeting m on m.body_id = d.body_id join minutes n on n.meeting_id = m.id
      where d.id = new.decision_id and n.id = new.minutes_id and d.discarded_at is null) then
    perform refuse('minutes_decision_of_body', 'minutes tell of decisions of their own body');
  end if;
  if exists (select from minutes where id = new.minutes_id and state in ('adopted', 'published')) then
    perform refuse('minutes_adopted_stay', 'what was adopted does not change');
  end if;
  return new;
end $$;
create trigger minutes_decision_of_body before insert or update on minutes_decision
  for each row execute function minutes_decision_of_body();

alter table minutes_version
  add constraint minutes_version_number check (version between 1 and 100),
  add constraint minutes_version_content check (jsonb_typeof(content) = 'object' and octet_length(content::text) <= 2000000),
  add constraint minutes_version_texts check (char_length(amendments) <= 4000 and char_length(reason) <= 1000
    and (version = 1) = (btrim(reason) = ''));

/* Versions follow each other without gaps, the first is what was adopted, and a correction mends what was published. */
create function minutes_version_follows() returns trigger language plpgsql as $$
declare the_minutes record;
begin
  select * into the_minutes from minutes where id = new.minutes_id for update;
  if the_minutes.state not in ('adopted', 'published') then
    perform refuse('minutes_version_adopted', 'only what was adopted is kept as a version');
  end if;
  if new.version = 1 then
    if new.content is distinct from the_minutes.content or new.amendments <> the_minutes.amendments then
      perform refuse('minutes_version_adopted', 'the first version is what was adopted');
    end if;
  elsif not exists (select from minutes_version v join minutes_publication p on p.version_id = v.id
      where v.minutes_id = new.minutes_id and v.version = new.version - 1) then
    perform refuse('minutes_version_follows', 'a correction follows what was published');
  end if;
  return new;
end $$;
create trigger minutes_version_follows before insert on minutes_version
  for each row execute function minutes_version_follows();

/* Never changed. Only who made it goes out when an account is deleted, and the words with names when their time is over
   (`erased`: an empty object stays in their place). */
create function minutes_version_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if (to_jsonb(new) - 'made_by_id' - 'content') is not distinct from (to_jsonb(old) - 'made_by_id' - 'content')
       and (new.made_by_id is null or new.made_by_id is not distinct from old.made_by_id)
       and (new.content is not distinct from old.content or (new.content = '{}'
         and exists (select from minutes_publication where version_id = old.id))) then
      return new;
    end if;
  end if;
  perform refuse('minutes_version_stays', 'a version of minutes does not change');
  return null;
end $$;
create trigger minutes_version_stays before update or delete on minutes_version
  for each row execute function minutes_version_stays();
create trigger minutes_version_no_truncate before truncate on minutes_version
  for each statement execute function minutes_version_stays();

/* Whether the redaction of a version was released by a second person. The module that redacts replaces this function by one that
   looks in its own tables; until then nothing is released, so nothing is published. */
create function minutes_version_released(the_version uuid) returns boolean language sql stable as $$
  select false
$$;

alter table minutes_publication
  add constraint minutes_publication_receipt check (receipt = encode(sha256(convert_to(published, 'UTF8')), 'hex'));

/* Published is what was adopted and, of that very version, redacted and released. And whatever the product did before: the full name of
   somebody who was there and did not lead the meeting does not stand in it. */
create function minutes_publication_rules() returns trigger language plpgsql as $$
declare
  the_version record;
  the_name text;
begin
  select v.*, n.state, n.number into the_version
    from minutes_version v join minutes n on n.id = v.minutes_id where v.id = new.version_id for update of n;
  if the_version.state <> 'published' then
    perform refuse('minutes_publication_adopted', 'only what was adopted is published, with a number');
  end if;
  if not minutes_version_released(new.version_id) then
    perform refuse('minutes_publication_released', 'names are taken out and a second person agreed, of this very version');
  end if;
  for the_name in
    select btrim(a ->> 'name') from jsonb_array_elements(the_version.content -> 'attendees') a
      where a ->> 'task' <> 'chair' and btrim(a ->> 'name') ~ '\S\s+\S'
        and not exists (select from jsonb_array_elements(the_version.content -> 'attendees') c
          where lower(btrim(c ->> 'organisation')) = lower(btrim(a ->> 'name'))
            or (c ->> 'task' = 'chair' and lower(btrim(c ->> 'name')) = lower(btrim(a ->> 'name'))))
  loop
    if position(lower(the_name) in lower(new.published)) > 0 then
      perform refuse('minutes_publication_nameless', 'the name of somebody who was there stands in it');
    end if;
  end loop;
  return new;
end $$;
create trigger minutes_publication_rules before insert on minutes_publication
  for each row execute function minutes_publication_rules();

create function minutes_publication_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if (to_jsonb(new) - 'published_by_id') is not distinct from (to_jsonb(old) - 'published_by_id') and new.published_by_id is null then
      return new;
    end if;
  end if;
  perform refuse('minutes_publication_stays', 'what was published stays as it is');
  return null;
end $$;
create trigger minutes_publication_stays before update or delete on minutes_publication
  for each row execute function minutes_publication_stays();
create trigger minutes_publication_no_truncate before truncate on minutes_publication
  for each statement execute function minutes_publication_stays();

-- What is published has a publication, and its number in the order of publication. At the end of the transaction.
create function minutes_published_once() returns trigger language plpgsql as $$
begin
  if not exists (select from minutes_version v join minutes_publication p on p.version_id = v.id where v.minutes_id = new.id) then
    perform refuse('minutes_published_once', 'what is published has a publication');
  end if;
  return null;
end $$;
create constraint trigger minutes_published_once after update of state on minutes
  deferrable initially deferred for each row when (new.state = 'published') execute function minutes_published_once();
