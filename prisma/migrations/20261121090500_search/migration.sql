-- Search in Dutch text that forgives accents and typing errors.

create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- unaccent() depends on a dictionary that could change, so PostgreSQL does not call it immutable; with the dictionary
-- named it is, which an index needs.
create function plain_text(input text) returns text language sql immutable parallel safe strict as $$
  select lower(public.unaccent('public.unaccent', input))
$$;

create function initiative_search(title text, summary text) returns tsvector language sql immutable parallel safe as $$
  select setweight(to_tsvector('pg_catalog.dutch', public.plain_text(title)), 'A')
      || setweight(to_tsvector('pg_catalog.dutch', public.plain_text(summary)), 'B')
$$;

create index initiative_search_words on initiative using gin (public.initiative_search(title, summary)) where stage <> 'draft';
create index initiative_search_typos on initiative using gin (public.plain_text(title || ' ' || summary) gin_trgm_ops) where stage <> 'draft';
