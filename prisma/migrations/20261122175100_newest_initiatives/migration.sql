/* The list of initiatives begins with the newest twelve: read from here, and not by sorting all of them. */
create index initiative_newest on initiative ((coalesce(submitted_at, created_at)) desc, id desc) where stage <> 'draft';
