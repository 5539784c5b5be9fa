import { useTranslation } from 'react-i18next';
import { useLocale } from '#app/i18n/use-locale.ts';
import { ruleReason, type SayReason } from '#app/modules/donutfonds/reasons.ts';
import type { RuleResult } from '#app/modules/donutfonds/rules.ts';
import { Icon } from '../icon/icon.tsx';

/** Each rule with what came of it: a sign, and the same in words. */
export function RuleResults({ results }: { results: readonly RuleResult[] }) {
  const { t } = useTranslation();
  const say = t as SayReason;
  const locale = useLocale();
  return (
    <ul className="flex flex-col gap-2">
      {results.map((result) => {
        const { key, facts } = ruleReason(locale, result);
        return (
          <li key={result.rule} className="flex gap-2.5">
            <Icon
              name={result.met ? 'check' : 'cross'}
              className={`mt-[0.2em] size-[1.15em] shrink-0 ${result.met ? 'text-garden' : 'text-brick'}`}
            />
            <span>{say(key, facts)}</span>
          </li>
        );
      })}
    </ul>
  );
}
