import type { MinutesLine } from '../minutes-content.ts';

/** Words by which papers say that something was decided, agreed or is to be done. */
const decided =
  /(?:^besluit(?:en)?\s*:|\b(?:is|zijn|wordt|worden|werd|heeft|hebben)\b[^.]{0,80}\b(?:vastgesteld|goedgekeurd|geaccordeerd|besloten|aangenomen|bekrachtigd|ingestemd)\b|\b(?:vastgesteld|goedgekeurd|geaccordeerd|aangenomen)\b[^.]{0,60}\b(?:is|zijn|wordt|worden|door)\b|\bgeaccordeerd\b|\b(?:is|zijn) akkoord\b|^akkoord\b|\bgaat akkoord\b|\bstem(?:t|men) (?:hiermee |daarmee |ermee )?in\b|\binstemming (?:van|door)\b|\bgeeft (?:zijn |haar |het )?(?:akkoord|consent|instemming)\b|\bconsent te geven\b|\bkent\b[^.]{0,40}\btoe\b|\bstelt\b[^.]{0,40}\bvast\b|^goedgekeurd\b|\bmachtigt\b)/iu;
const agreed = /\b(?:afgesproken|afspraak|spreekt af|spreken af|we spreken|toegezegd|zegt toe)\b/iu;

/** What a sentence or a cell tells. @param cells of a table with who and when */
export function kindOf(text: string, cells?: { who: string; when: string }): MinutesLine['kind'] {
  if (decided.test(text)) return 'decision';
  if (cells !== undefined && (cells.who.trim() !== '' || cells.when.trim() !== '') && text.trim() !== '')
    return 'action';
  return agreed.test(text) ? 'agreement' : cells !== undefined && text.trim() !== '' ? 'agreement' : 'note';
}

/** "Actie gemeente: expliciet maken …", "Actie: Jan belt". */
const actionBefore = /^\**\s*actie\b\s*([^:*\n]{0,160}?)\s*:\s*\**:?\s*([\s\S]+)$/iu;
/** "… op de agenda. Actie Jan", "… zoekt dit uit. **Actie** Jan" */
const actionAfter = /^([\s\S]+?)[.!?)]?\s*\**\bActie\b\**:?\s*([^.:]{0,120})[.*\s]*$/u;

/** An action that is told in running text; null when it is none. */
export function actionIn(text: string): { text: string; who: string } | null {
  const before = actionBefore.exec(text);
  if (before !== null) return { text: (before[2] ?? '').trim(), who: (before[1] ?? '').replaceAll('*', '').trim() };
  const after = actionAfter.exec(text);
  if (after === null || (after[1] ?? '').trim().length < 3) return null;
  return { text: (after[1] ?? '').trim(), who: (after[2] ?? '').replaceAll('*', '').trim() };
}

/** The sentence of a paragraph that tells a decision or an agreement; null when none does. */
export function telling(text: string): { kind: 'decision' | 'agreement'; sentence: string } | null {
  const sentences = text.split(/(?<=[.!?])\s+(?=[\p{Lu}■‘“])/u);
  for (const wanted of ['decision', 'agreement'] as const) {
    const sentence = sentences.find((one) => kindOf(one) === wanted);
    if (sentence !== undefined) return { kind: wanted, sentence };
  }
  return null;
}
