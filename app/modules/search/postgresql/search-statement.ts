import { facets, type Facet, type Question } from '../port.ts';
import type { Wish } from '../words/understand.ts';
import { noCents, quoted, slices, valueTerm, type Shelf } from './rows.ts';
import { Values } from './statement.ts';
import { allOf, anyOf, exact, forFilters, forWish, nothing, sure, type Expression } from './wanted.ts';

/** How many are counted; what has more is "more than". */
export const mostCounted = 500;
/** Of many, so many of each kind have their points counted. */
const mostOfTier = 150;
/** A level that finds fewer is followed by a more lenient one. */
export const few = 10;

export type Cursor = { level: number; key: number; id: string };

/** Points of a wish that a document answers, in hundredths of what the wish tells. */
export const points: readonly (readonly [from: number, below: number, inTitle: boolean, points: number])[] = [
  [exact, 2, true, 170],
  [exact, 2, false, 100],
  [sure, exact, true, 110],
  [sure, exact, false, 75],
  [0, sure, false, 40],
];

/** Where it is tells less than what it is. */
export const weightOf = ({ isPlace, telling }: Wish): number => (isPlace ? telling * 0.9 : telling);

function pointsOf(wish: Wish, values: Values): string {
  const weight = weightOf(wish);
  const cases = points.flatMap(([from, below, inTitle, each]) => {
    const expression = forWish(wish, from, below, inTitle);
    return expression === null
      ? []
      : [`when terms @@ ${values.add(expression, 'tsquery')} then ${Math.round(each * weight)}`];
  });
  return cases.length === 0 ? '0' : `(case ${cases.join(' ')} else 0 end)`;
}

/** A short title that is what was asked for comes first, a long text that mentions everything comes last. */
const formOf = '+ 40 / title_words - least(60, term_count / 20)';

const matches = (values: Values, expression: Expression): string =>
  expression === null ? 'true' : `terms @@ ${values.add(expression, 'tsquery')}`;

function moneyOf({ money }: Question, values: Values): string {
  const from = money.from === null ? '' : ` and cents >= ${values.add(String(money.from), 'bigint')}`;
  const to = money.to === null ? '' : ` and cents <= ${values.add(String(money.to), 'bigint')}`;
  return `${from}${to}${from + to === '' ? '' : ` and cents > ${noCents}`}`;
}

const filtered = (question: Question): Facet[] => facets.filter((facet) => (question.filters[facet]?.length ?? 0) > 0);

type Parts = { values: Values; table: string; filters: Expression; money: string; isFrequent: boolean };

/** Where fewer have everything, as far as frequencies tell, looking through all at once takes less. */
const frequent = 4 * mostCounted;

function isFrequent(wishes: readonly Wish[], documents: number): boolean {
  const shares = wishes
    .filter(({ isOptional }) => !isOptional)
    .map(({ frequency }) => Math.min(1, frequency / Math.max(1, documents)));
  return shares.length > 0 && documents * shares.reduce((all, share) => all * share, 1) > frequent;
}

/** Rows that match, slice by slice where there will be many: a next slice is only looked in when `limit` is not reached. */
function rowsFrom({ values, table, filters, money, isFrequent: many }: Parts) {
  return {
    rows: (expression: Expression, gate: string, limit: number, sliced = many): string => {
      const some = (slice: Expression): string =>
        `select ctid as place, id, facets, day, cents from ${table} where ${gate}${matches(values, allOf([expression, filters, slice]))}${money}`;
      return sliced && expression !== null
        ? `select * from (${slices.map((slice) => some(quoted(slice))).join(' union all ')}) as sliced limit ${limit}`
        : `${some(null)} limit ${limit}`;
    },
  };
}

/** Buurten from near to far, in rings that grow: within a ring it does not matter which is nearer. */
function ringsOf(near: readonly string[]): string[] {
  const rings: string[] = [];
  for (let start = 0, size = 1; start < Math.min(near.length, 200); start += size, size = Math.ceil(size * 1.4)) {
    const codes = near.slice(start, start + size).map((code) => quoted(valueTerm('area', code)));
    rings.push(anyOf(codes) ?? nothing);
  }
  return rings;
}

/** Points for being near are above all others. */
const perRing = 100_000;

function nearPoints(rings: readonly string[], values: Values): string {
  const cases = rings.map(
    (ring, place) => `when terms @@ ${values.add(ring, 'tsquery')} then ${(rings.length - place) * perRing}`,
  );
  return cases.length === 0 ? '0' : `(case ${cases.join(' ')} else 0 end)`;
}

/** Of more than are counted: those in the first rings, and a number of others. */
function lookedNear(rings: readonly string[], level: Expression, from: ReturnType<typeof rowsFrom>): string[] {
  const isMany = `(select count(*) from chosen) > ${mostCounted}`;
  const parts = [anyOf(rings.slice(0, 3)), anyOf(rings.slice(3, 7))].filter((part) => part !== null);
  return [
    ...parts.map(
      (part, place) =>
        `near${place} as materialized (${from.rows(allOf([level, part]), `${isMany} and `, 2 * mostOfTier)})`,
    ),
    `looked as (select place from chosen ${parts.map((_, place) => ` union select place from near${place}`).join('')})`,
  ];
}

/**
 * Whose points are counted: all that were found, or, of more than are counted, those with the words in their title
 * and a number of others.
 */
function looked(wishes: readonly Wish[], isByKey: boolean, from: ReturnType<typeof rowsFrom>): string[] {
  const needed = wishes.filter(({ isOptional }) => !isOptional);
  const most = [...needed].sort((one, other) => other.telling - one.telling)[0];
  if (isByKey || most === undefined) return ['looked as (select * from chosen)'];
  const isMany = `(select count(*) from chosen) > ${mostCounted}`;
  const inTitle = (wish: Wish): Expression => forWish(wish, wish.isPlace ? sure : exact, 2, true);
  const titles = needed.map(inTitle);
  const whole = titles.includes(null) ? null : allOf(titles);
  const part = allOf([
    inTitle(most),
    ...needed.filter((wish) => wish !== most).map((wish) => forWish(wish, wish.isPlace ? sure : exact, 2, false)),
  ]);
  const tiers = [...new Set([whole, inTitle(most) === null ? null : part])].filter((tier) => tier !== null);
  return [
    ...tiers.map(
      (tier, place) => `title${place} as materialized (${from.rows(tier, `${isMany} and `, mostOfTier, false)})`,
    ),
    `looked as (select place from chosen where not ${isMany}${tiers.map((_, place) => ` union all select place from title${place}`).join('')}
      union all (select place from chosen where ${isMany} limit ${mostOfTier}))`,
  ];
}

const sortKey = { newest: 'day', money: 'cents' } as const;

/**
 * One statement that finds, counts and gives the pages of what was found. Its work is bounded: at most `mostCounted` rows of a
 * level are looked at, whatever was asked.
 */
export function searchStatement(
  question: Question,
  wishes: readonly Wish[],
  levels: readonly Expression[],
  { shelf, documents }: { shelf: Shelf; documents: number },
  cursor: Cursor | null,
) {
  const values = new Values();
  const table = `search_shelf_${shelf}`;
  const money = moneyOf(question, values);
  const filters = forFilters(question, null);
  const rings = question.sort === 'near' ? ringsOf(question.near ?? []) : [];
  const isByKey =
    rings.length === 0 && (question.sort === 'newest' || question.sort === 'money' || wishes.length === 0);
  const key = question.sort === 'money' ? sortKey.money : sortKey.newest;
  const ctes: string[] = [];
  const from = rowsFrom({ values, table, filters, money, isFrequent: isFrequent(wishes, documents) });

  for (const [place, level] of levels.entries()) {
    const gate = levels
      .slice(0, place)
      .map((_, before) => `(select count(*) from l${before}) < ${few} and `)
      .join('');
    ctes.push(`l${place} as materialized (${from.rows(level, gate, mostCounted + 1)})`);
  }
  // a lenient level holds what the stricter ones hold: the last that was tried and found anything is the answer
  const levelNumber = levels
    .map((_, place) => place)
    .reverse()
    .map((place) => `when exists (select from l${place}) then ${place}`)
    .join(' ');
  ctes.push(`chosen_level as materialized (select case ${levelNumber} else 0 end as level)`);
  const chosen = levels
    .map((_, place) => `select * from l${place} where (select level from chosen_level) = ${place}`)
    .join(' union all ');
  ctes.push(`chosen as materialized (${chosen})`);

  const score = isByKey
    ? key
    : `(${[...wishes.map((wish) => pointsOf(wish, values)), nearPoints(rings, values)].join(' + ')} ${formOf})`;
  ctes.push(...(rings.length > 0 ? lookedNear(rings, levels.at(-1) ?? null, from) : looked(wishes, isByKey, from)));
  ctes.push(
    isByKey
      ? `scored as (select id, ${score}::bigint as key from looked)`
      : `scored as (select id, ${score}::bigint as key from ${table} where ctid = any (array(select place from looked)))`,
  );
  const after =
    cursor === null
      ? ''
      : `where key < ${values.add(cursor.key, 'bigint')} or (key = ${values.add(cursor.key, 'bigint')} and id > ${values.add(cursor.id, 'text')})`;
  const limit = values.add(question.limit + 1, 'int');
  const some = `select id, key from scored ${after} order by key desc, id limit ${limit}`;
  if (isByKey) {
    // more than are counted: walk in the order of the answer instead
    const walk = levels
      .map((level, place) => {
        const from =
          cursor === null
            ? ''
            : ` and (${key} < ${values.add(cursor.key, 'bigint')} or (${key} = ${values.add(cursor.key, 'bigint')} and id > ${values.add(cursor.id, 'text')}))`;
        return `(select id, ${key}::bigint as key from ${table} where (select level from chosen_level) = ${place} and (select count(*) from chosen) > ${mostCounted}
          and ${matches(values, allOf([level, filters]))}${money}${from} order by ${key} desc, id limit ${limit})`;
      })
      .join(' union all ');
    ctes.push(
      `top as materialized (select * from (${some}) as few where (select count(*) from chosen) <= ${mostCounted} union all ${walk})`,
    );
  } else ctes.push(`top as materialized (${some})`);

  const own = filtered(question).filter((facet) => question.facets.includes(facet));
  for (const facet of own) {
    const other = forFilters(question, facet);
    const parts = levels.map(
      (level, place) =>
        `select facets from ${table} where (select level from chosen_level) = ${place} and ${matches(values, allOf([level, other]))}${money}`,
    );
    ctes.push(`without_${facet} as (select * from (${parts.join(' union all ')}) as wider limit ${mostCounted + 1})`);
  }
  const counted = own.map((facet) => `(select string_agg(facets, '') from without_${facet}) as without_${facet}`);

  const isEverything = wishes.length === 0 && filters === null;
  const everything = isEverything
    ? `, (select json_agg(json_build_array(value, count)) from search_value where shelf = s.live and count > 0) as everything`
    : '';
  return {
    sql: `with ${ctes.join(',\n')}
      select s.live, case s.live when 'a' then s.documents_a else s.documents_b end as documents,
        (select max(number)::text from search_word where shelf = s.live) as "lastNumber",
        (select level from chosen_level) as level, (select count(*)::int from chosen) as total,
        (select string_agg(facets, '') from chosen) as facets${counted.map((each) => `, ${each}`).join('')}${everything},
        (select json_agg(json_build_object('key', top.key, 'document', page.document) order by top.key desc, top.id)
           from top join search_page_${shelf} as page using (id)) as found
        from search_state s`,
    values: values.list,
    own,
  };
}
