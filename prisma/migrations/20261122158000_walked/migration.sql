-- ───────────────────────────── the name under a note ─────────────────────────────

/* Who cancelled has no page any more on which they take their note away, so their name goes from under it with their place; what
   the note says stays on the wall, as it does when they are erased. */
create function gathering_note_unsigned() returns trigger language plpgsql as $$
begin
  update gathering_note set byline = '', revision = revision + 1 where registration_id = new.id and byline <> '';
  return null;
end $$;
create trigger gathering_note_unsigned after update of state on gathering_registration
  for each row when (old.state = 'confirmed' and new.state <> 'confirmed') execute function gathering_note_unsigned();

update gathering_note n set byline = '', revision = n.revision + 1
  from gathering_registration r
  where r.id = n.registration_id and r.state <> 'confirmed' and n.byline <> '';
