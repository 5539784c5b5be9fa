-- What is looked through is held in the memory of each process; the database keeps it, and numbers each change so that
-- a process can read what it does not have. The index is filled anew at the next start.

drop table search_shelf_a, search_shelf_b, search_word, search_value, search_gone;
truncate search_page_a, search_page_b;
update search_index set filled_at = null where engine = 'postgresql';

alter table search_state
  drop constraint search_state_documents,
  drop column documents_a,
  drop column documents_b,
  add column change_a bigint not null default 0,
  add column change_b bigint not null default 0;

create table search_shelf_a (
  id text collate "C" not null,
  words text,
  title text not null,
  facets text not null,
  day integer not null,
  cents bigint not null,
  change bigint not null,

  constraint search_shelf_a_pkey primary key (id),
  constraint search_shelf_a_gone check (words is not null or (title = '' and facets = ''))
);

create table search_shelf_b (
  id text collate "C" not null,
  words text,
  title text not null,
  facets text not null,
  day integer not null,
  cents bigint not null,
  change bigint not null,

  constraint search_shelf_b_pkey primary key (id),
  constraint search_shelf_b_gone check (words is not null or (title = '' and facets = ''))
);

create index search_shelf_a_change on search_shelf_a (change, id);
create index search_shelf_b_change on search_shelf_b (change, id);
