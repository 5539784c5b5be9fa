/** How good an answer is: 3 what was looked for, 2 answers it too, 1 has to do with it. What is not judged is 0. */
export type Grade = 1 | 2 | 3;

export type JudgedQuery = { group: string; text: string; grades: ReadonlyMap<string, Grade> };

/** What one query scored: recall and nDCG from 0 to 1, and what it should have found. */
export type Score = { query: JudgedQuery; recall: number; ndcg: number; missed: string[] };

/** So many answers does one see without looking further. */
export const shown = 10;

/** Where a person is helped; only these count for recall. */
const helps = (grade: Grade) => grade >= 2;

/**
 * @param found keys in the order in which they were answered
 * @throws RangeError when nothing was judged to help: then there is nothing to find
 */
export function scoreOf(query: JudgedQuery, found: readonly string[]): Score {
  const first = new Set([...new Set(found)].slice(0, shown));
  const wanted = [...query.grades].filter(([, grade]) => helps(grade)).map(([key]) => key);
  if (wanted.length === 0) throw new RangeError(`nothing to find for "${query.text}"`);
  const missed = wanted.filter((key) => !first.has(key));
  const best = gains([...query.grades.values()].sort((one, other) => other - one));
  const got = gains([...first].map((key) => query.grades.get(key) ?? 0));
  return {
    query,
    recall: (wanted.length - missed.length) / Math.min(shown, wanted.length),
    ndcg: got / best,
    missed: wanted.length - missed.length >= shown ? [] : missed,
  };
}

/** Each grade counts for more than two of the one below it, and for less the further down it stands. */
function gains(grades: readonly number[]): number {
  return grades.slice(0, shown).reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0);
}

export type Summary = { queries: number; recall: number; ndcg: number };

/** Each query counts as much. */
export function summaryOf(scores: readonly Score[]): Summary {
  const mean = (of: (score: Score) => number) =>
    scores.length === 0 ? 0 : scores.reduce((sum, score) => sum + of(score), 0) / scores.length;
  return { queries: scores.length, recall: mean(({ recall }) => recall), ndcg: mean(({ ndcg }) => ndcg) };
}

/**
 * Reads `? group | text` with under it lines of a grade and the keys that have it.
 * @throws Error when a line is something else, a grade is not one, or a key is judged twice or unknown
 */
export function readJudgements(text: string, known: ReadonlySet<string>): JudgedQuery[] {
  const queries: { group: string; text: string; grades: Map<string, Grade> }[] = [];
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    if (line.startsWith('? ')) {
      const [group = '', query = ''] = line.slice(2).split(' | ');
      if (query === '') throw new Error(`a query is missing in "${line}"`);
      queries.push({ group, text: query, grades: new Map() });
      continue;
    }
    const [graded = '', ...keys] = line.split(' ');
    const query = queries.at(-1);
    const grade = ([1, 2, 3] as const).find((each) => String(each) === graded);
    if (query === undefined || grade === undefined) throw new Error(`no judgement: "${line}"`);
    for (const key of keys) {
      if (!known.has(key) || query.grades.has(key))
        throw new Error(`"${key}" under "${query.text}" is unknown or there twice`);
      query.grades.set(key, grade);
    }
  }
  return queries;
}
