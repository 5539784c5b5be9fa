import type { Participant, Room, Two } from '#app/modules/gatherings/grouping/room.ts';
import { randomFrom } from '#app/modules/gatherings/grouping/random.ts';
import { areas } from '#prisma/programme/areas.ts';
import { themes } from '#prisma/programme/themes.ts';

/** How often each set of languages occurs among a hundred people at an evening in Nieuw-West; a guess, on the high side for trouble. */
const languages: readonly (readonly [share: number, codes: readonly string[]])[] = [
  [42, ['nl']],
  [18, ['nl', 'en']],
  [12, ['nl', 'tr']],
  [10, ['nl', 'ar']],
  [6, ['nl', 'ar', 'en']],
  [4, ['tr']],
  [4, ['ar']],
  [4, ['en']],
];

/**
 * A gathering with as many people as asked, the same for the same number: who comes in which role, from which buurt, for which
 * portfolios and themes, whom they want to meet, and who sat at one table at an earlier gathering.
 */
export function benchRoom(count: number): Room {
  const draw = randomFrom(count);
  const pick = <Thing>(things: readonly Thing[]): Thing => things[draw(things.length)] as Thing;
  const buurten = areas.filter(({ level }) => level === 'buurt').map(({ code }) => code);
  const portfolios = Array.from({ length: Math.ceil(count / 2) }, (_, n) => `portfolio-${n}`);
  const organisations = Array.from({ length: Math.ceil(count / 12) }, (_, n) => `organisation-${n}`);
  const spoken = languages.flatMap(([share, codes]) => Array<readonly string[]>(share).fill(codes));
  const ids = Array.from({ length: count }, (_, n) => `person-${String(n).padStart(4, '0')}`);
  const people = ids.map((id): Participant => {
    const role = pick(['resident', 'resident', 'resident', 'organisation', 'professional'] as const);
    return {
      id,
      role,
      languages: pick(spoken),
      area: pick(buurten),
      organisation: role === 'resident' ? null : pick(organisations),
      portfolios: Array.from({ length: draw(3) }, () => pick(portfolios)),
      themes: Array.from({ length: 1 + draw(3) }, () => pick(themes).slug),
      cluster: null,
      wants: draw(3) > 0 ? [] : [draw(2) === 0 ? pick(ids) : pick(portfolios)],
    };
  });
  // two earlier gatherings at tables of six, to which two in three came
  const met = [1, 2].flatMap(() => {
    const came = ids.filter(() => draw(3) > 0);
    const tables = Array.from({ length: Math.ceil(came.length / 6) }, (): string[] => []);
    for (const id of came) pick(tables).push(id);
    return tables.flatMap((table) => table.flatMap((a, n) => table.slice(n + 1).map((b): Two => [a, b])));
  });
  const apart = Array.from({ length: Math.floor(count / 50) }, (): Two => [pick(ids), pick(ids)]).filter(
    ([a, b]) => a !== b,
  );
  const fits = portfolios.flatMap((one) =>
    Array.from({ length: 4 }, () => ({ between: [one, pick(portfolios)] as const, score: draw(100) / 100 })),
  );
  return { people, met, apart, fits, places: new Map() };
}
