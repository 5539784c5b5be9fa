import fc from 'fast-check';
import { nearMetres, points } from '#app/modules/gatherings/grouping/objective.ts';
import type { AreaWish, Participant, Room, Two } from '#app/modules/gatherings/grouping/room.ts';

/** A person in a room; whatever is left out does not matter to them. */
export function participant(id: string, given: Partial<Participant> = {}): Participant {
  return {
    id,
    role: 'resident',
    languages: ['nl'],
    area: null,
    organisation: null,
    portfolios: [],
    themes: [],
    cluster: null,
    wants: [],
    ...given,
  };
}

export function roomOf(people: readonly Participant[], given: Partial<Room> = {}): Room {
  return { people, met: [], apart: [], fits: [], places: new Map(), ...given };
}

const oneOf = <Value>(...values: Value[]) => fc.constantFrom(...values);
const someOf = (values: string[], max: number) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: max });

/** Rooms in which much goes wrong: few languages, many of one organisation, contradicting wishes, people who are not there. */
export function anyRoom({ min = 1, max, clusters = [] }: { min?: number; max: number; clusters?: string[] }) {
  return fc.integer({ min, max }).chain((count) => {
    const ids = Array.from({ length: count }, (_, n) => `p${String(n).padStart(3, '0')}`);
    const two = fc
      .tuple(fc.constantFrom(...ids), fc.constantFrom(...ids))
      .filter(([a, b]) => a !== b)
      .map((pair): Two => pair);
    const twos = (maxLength: number) => (count < 2 ? fc.constant<Two[]>([]) : fc.array(two, { maxLength }));
    const person = (id: string) =>
      fc.record<Participant>({
        id: fc.constant(id),
        role: oneOf('resident', 'organisation', 'professional'),
        languages: oneOf(['nl'], ['nl'], ['nl', 'tr'], ['tr'], ['en', 'nl'], ['en'], ['ar', 'nl', 'tr'], []),
        area: oneOf('FA', 'FB', 'FC', null),
        organisation: oneOf('o1', 'o2', null, null, null),
        portfolios: someOf(['f1', 'f2', 'f3', 'f4', 'f5', 'f6'], 2),
        themes: someOf(['jeugd', 'zorg', 'groen', 'kunst'], 3),
        cluster: clusters.length === 0 ? fc.constant(null) : fc.constantFrom(...clusters, null),
        wants: someOf([...ids.slice(0, 6), 'f1', 'f2', 'nobody'], 2),
      });
    return fc.record<Room>({
      people: fc.tuple(...ids.map(person)),
      met: twos(count),
      apart: twos(Math.ceil(count / 3)),
      fits: fc.array(
        fc.record({
          between: fc.tuple(oneOf('f1', 'f2', 'f3'), oneOf('f4', 'f5', 'f6')),
          score: oneOf(0.2, 0.5, 1),
        }),
        { maxLength: 4 },
      ),
      places: fc.constant(
        new Map([
          ['FA', { east: 0, south: 0 }],
          ['FB', { east: 1200, south: 900 }],
        ]),
      ),
    });
  });
}

const has = (list: readonly Two[], a: Participant, b: Participant) =>
  list.some(([one, other]) => (one === a.id && other === b.id) || (one === b.id && other === a.id));

/** What the papers and objective.ts say about two people, written a second time: tests judge plans by it. */
export function judge(room: Room, areas: AreaWish) {
  const of = (id: string) => room.people.find((person) => person.id === id)!;
  const sameOrganisation = (a: Participant, b: Participant) =>
    (a.organisation !== null && a.organisation === b.organisation) ||
    a.portfolios.some((portfolio) => b.portfolios.includes(portfolio));
  const wishes = (a: Participant, b: Participant) =>
    a.wants.some((wanted) => wanted === b.id || b.portfolios.includes(wanted)) ? 1 : 0;
  const areaShare = (a: Participant, b: Participant) => {
    if (a.area === null || b.area === null) return 0.5;
    if (areas === 'mixed') return a.area === b.area ? 0 : 1;
    const [one, other] = [room.places.get(a.area), room.places.get(b.area)];
    if (a.area === b.area) return 1;
    if (one === undefined || other === undefined) return 0;
    const metres = Math.sqrt((one.east - other.east) ** 2 + (one.south - other.south) ** 2);
    return metres <= nearMetres ? 1 : metres >= 2 * nearMetres ? 0 : (2 * nearMetres - metres) / nearMetres;
  };
  const fit = (a: Participant, b: Participant) =>
    Math.max(
      0,
      ...room.fits
        .filter(
          ({ between: [one, other] }) =>
            (a.portfolios.includes(one) && b.portfolios.includes(other)) ||
            (b.portfolios.includes(one) && a.portfolios.includes(other)),
        )
        .map(({ score }) => score),
    );
  return {
    apart: (one: string, other: string) => has(room.apart, of(one), of(other)),
    met: (one: string, other: string) => has(room.met, of(one), of(other)),
    sameOrganisation: (one: string, other: string) => sameOrganisation(of(one), of(other)),
    language: (ids: readonly string[]) =>
      ['nl', 'tr', 'en', 'ar'].some((code) => ids.every((id) => of(id).languages.includes(code))),
    points: (one: string, other: string) => {
      const [a, b] = [of(one), of(other)];
      const themes = a.themes.filter((theme) => b.themes.includes(theme)).length;
      return Math.round(
        points.wish * (wishes(a, b) + wishes(b, a)) +
          points.fit * fit(a, b) +
          (a.role === b.role ? 0 : points.roles) +
          points.areas * areaShare(a, b) +
          points.themes * (themes === 0 ? 0 : themes === 1 ? 1 : 1.5) +
          (has(room.met, a, b) ? points.met : 0) +
          (sameOrganisation(a, b) ? points.sameOrganisation : 0),
      );
    },
  };
}
