import type { SignedIn } from '#app/modules/people/actor.ts';
import type { ProgrammeLocale } from '#app/modules/programme/locale.ts';
import type { Database } from '#app/platform/database.server.ts';
import { initiativeCards, type InitiativeCardView } from './initiative-cards.server.ts';

const shown = 3;

/**
 * The newest public plans of others in the wijken or on the themes that somebody wants to hear about. A wijk holds its
 * buurten; a plan for the whole district is for every wijk.
 */
export async function plansToHearOf(
  database: Database,
  actor: SignedIn,
  locale: ProgrammeLocale,
): Promise<InitiativeCardView[]> {
  const personId = actor.person.id;
  const found = await database.$queryRaw<{ id: string }[]>`
    select i.id from initiative i
    where i.stage <> 'draft' and i.submitter_id is distinct from ${personId}::uuid and (
      exists (
        select 1 from initiative_theme t join person_theme mine on mine.theme_slug = t.theme_slug
        where t.initiative_id = i.id and mine.person_id = ${personId}::uuid)
      or exists (
        select 1 from initiative_area a
          join area on area.code = a.area_code
          join person_area mine on mine.area_code in (area.code, area.parent_code)
        where a.initiative_id = i.id and mine.person_id = ${personId}::uuid)
      or (i.whole_district and exists (select 1 from person_area mine where mine.person_id = ${personId}::uuid)))
    order by coalesce(i.submitted_at, i.created_at) desc, i.id desc
    limit ${shown}`;
  return initiativeCards(
    database,
    found.map(({ id }) => id),
    locale,
  );
}
