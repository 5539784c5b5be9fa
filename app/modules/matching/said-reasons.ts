import type { Reason } from './explain.ts';
import type { SaidReason, WrittenLine } from './views.ts';

/** Reasons for each direction, and points from which one is worth saying. */
const most = 2;
const worthSaying = { line: 2, theme: 1, words: 2 };

/** Farther than this is not near, in metres. */
const nearMetres = 2500;

/**
 * What of the reasons is said, the weightiest first: what they have for us, what we have for them, then the rest. A line that is no
 * longer there says nothing; a reason that takes points off is no reason to meet.
 * @param lines texts by id, of both portfolios, as they are now
 * @param themeNames by slug
 */
export function saidReasons(
  reasons: readonly Reason[],
  lines: ReadonlyMap<string, WrittenLine>,
  themeNames: ReadonlyMap<string, string>,
): SaidReason[] {
  const met = (kind: 'they-offer' | 'we-offer'): SaidReason[] =>
    reasons
      .flatMap((reason) => {
        if (reason.part !== kind || reason.points < worthSaying.line) return [];
        const need = lines.get(reason.need);
        const offer = reason.offer === null ? null : lines.get(reason.offer);
        return need === undefined || offer === undefined ? [] : [{ kind, need, offer }];
      })
      .slice(0, most);
  const rest = reasons.flatMap((reason): SaidReason[] => {
    if (reason.part === 'near' && reason.metres !== null && reason.metres <= nearMetres)
      return [{ kind: 'near', metres: reason.metres }];
    if (reason.part === 'theme' && reason.points >= worthSaying.theme) {
      const names = reason.themes.flatMap((slug) => themeNames.get(slug) ?? []);
      return names.length === 0 ? [] : [{ kind: 'theme', names }];
    }
    return reason.part === 'words' && reason.points >= worthSaying.words ? [{ kind: 'words' }] : [];
  });
  return [...met('they-offer'), ...met('we-offer'), ...rest];
}

/** A distance as people say it: 0 next door, else to the nearest hundred metres, from two kilometres to half kilometres. */
export function roundedMetres(metres: number): number {
  if (metres < 150) return 0;
  return metres < 2000 ? Math.round(metres / 100) * 100 : Math.round(metres / 500) * 500;
}
