import type { ProgrammeLocale } from '#app/modules/programme/locale.ts';
import type { CheckedFile, Finding, Note } from './check-report.ts';
import { recomputedWords, type Say } from './recomputed-words.ts';

const key = (end: string) => `decisions:checker.${end}`;

/** A finding as a sentence. @param checked the file it is about; undefined where that could not be read */
export function sayFinding(
  finding: Finding,
  checked: CheckedFile | undefined,
  t: Say,
  locale: ProgrammeLocale,
): string {
  const say = (facts: Record<string, string | number> = {}) => t(key(`finding.${finding.kind}`), facts);
  const none = t('decisions:check.nil');
  switch (finding.kind) {
    case 'not-a-decision':
      return say({ field: finding.field === '' ? t(key('whole')) : t(key('field'), { field: finding.field }) });
    case 'receipt':
      return say({ listed: finding.listed, found: finding.found });
    case 'cannot-be':
      return say({ problem: finding.problem });
    case 'twice':
    case 'replaced-twice':
    case 'replaces-later':
      return say({ other: finding.other });
    case 'round-rank':
      return say({ round: finding.round, published: finding.published ?? none, computed: finding.computed ?? none });
    case 'round-order':
      return say({ round: finding.round, other: finding.other });
    case 'round-money': {
      const state = (value: string | null) => (value === null ? none : t(`decisions:check.money.${value}`));
      return say({ round: finding.round, published: state(finding.published), computed: state(finding.computed) });
    }
    case 'round-differs':
      return say({ round: finding.round, other: finding.other, what: t(key(`differs.${finding.what}`)) });
    case 'line': {
      if (checked === undefined) return say();
      const words = recomputedWords(checked.publication, t, locale);
      const { what, published, computed } = finding.line;
      return say({
        what: words.what(finding.line),
        published: words.value(what, published),
        computed: words.value(what, computed),
      });
    }
    default:
      return say();
  }
}

/** A note as a sentence. */
export function sayNote(note: Note, t: Say): string {
  const { file: _file, number: _number, kind, ...facts } = note;
  return t(key(`note.${kind}`), facts);
}
