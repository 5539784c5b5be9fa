import type { DocumentKind } from '../port.ts';
import { isFunctionWord } from '../words/function-words.ts';
import { wordsOf } from '../words/split.ts';
import { stemOf } from '../words/stem.ts';
import type { Vocabulary } from '../words/vocabulary.ts';
import { quoted, valueTerm, type Shelf } from './rows.ts';
import { Values } from './statement.ts';
import { allOf, anyOf } from './wanted.ts';

const mostTelling = 10;
const mostLooked = 600;

/** The words of a text that tell most of its subject: in it more than once, and in few documents. */
export function tellingStems(text: string, vocabulary: Vocabulary): { stem: string; telling: number }[] {
  const times = new Map<string, number>();
  for (const word of wordsOf(text.slice(0, 20_000)))
    if (!isFunctionWord(word)) times.set(stemOf(word), (times.get(stemOf(word)) ?? 0) + 1);
  const documents = vocabulary.documents() + 1;
  return [...times]
    .map(([stem, count]) => {
      const frequency = vocabulary.frequency(stem);
      return {
        stem,
        telling: frequency === 0 ? 0 : Math.log(1 + documents / (frequency + 0.5)) * (1 + Math.log(count)),
      };
    })
    .filter(({ telling }) => telling > 0)
    .sort((one, other) => other.telling - one.telling || (one.stem < other.stem ? -1 : 1))
    .slice(0, mostTelling);
}

/** Finds what has at least two of the telling words of a text; null when it has none. */
export function likeStatement(
  text: string,
  options: { kinds: readonly DocumentKind[]; most: number; exceptId?: string },
  vocabulary: Vocabulary,
  shelf: Shelf,
) {
  const telling = tellingStems(text, vocabulary);
  if (telling.length === 0) return null;
  const values = new Values();
  const stems = telling.map(({ stem }) => quoted(stem));
  const pairs = stems.flatMap((one, place) => stems.slice(place + 1).map((other) => `(${one} & ${other})`));
  const kinds = anyOf(options.kinds.map((kind) => quoted(valueTerm('kind', kind))));
  const wanted = allOf([anyOf(pairs.length === 0 ? stems : pairs), kinds]) ?? '';
  const points = telling.map(({ stem, telling: each }) => {
    const [anywhere, title] = [values.add(quoted(stem), 'tsquery'), values.add(quoted(`=${stem}`), 'tsquery')];
    return `(case when terms @@ ${title} then ${Math.round(each * 150)} when terms @@ ${anywhere} then ${Math.round(each * 100)} else 0 end)`;
  });
  const enough = Math.round(telling.slice(0, 5).reduce((sum, { telling: each }) => sum + each, 0) * 35);
  const except =
    options.exceptId === undefined ? '' : ` and id <> ${values.add(options.exceptId.replaceAll('\0', ''), 'text')}`;
  return {
    sql: `with looked as materialized (select id, terms, term_count from search_shelf_${shelf} where terms @@ ${values.add(wanted, 'tsquery')}${except} limit ${mostLooked}),
      scored as (select id, (${points.join(' + ')} - least(60, term_count / 20))::bigint as key from looked),
      top as (select id, key from scored where key >= ${enough} order by key desc, id limit ${values.add(Math.max(1, Math.min(50, Math.trunc(options.most) || 5)), 'int')})
      select s.live, (select json_agg(json_build_object('key', top.key, 'document', page.document) order by top.key desc, top.id)
        from top join search_page_${shelf} as page using (id)) as found from search_state s`,
    values: values.list,
  };
}
