/* An organisation is looked up from what it does: when it changes, what is found of its initiatives and actions changes too. */
create index "initiative_organisation_id_idx" on "initiative" ("organisation_id");
create index "action_owner_organisation_id_idx" on "action" ("owner_organisation_id");

/* The search engine (20261122170000) finds initiatives now; nothing asked these any more, and each change of an initiative wrote them. */
drop index initiative_search_words;
drop function initiative_search(text, text);
