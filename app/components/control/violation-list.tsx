import { useTranslation } from 'react-i18next';
import type { RuleView } from '#app/modules/control/control-view.ts';
import { DateText } from '../content/date-text.tsx';

/** More than this of one rule is counted, not listed. */
const shown = 20;

/** Each broken rule with what breaks it, and since which check. */
export function ViolationList({ broken }: { broken: readonly RuleView[] }) {
  const { t } = useTranslation('control');
  return (
    <ul className="flex flex-col gap-4">
      {broken.map(({ name, violations }) => (
        <li key={name} className="rounded bg-tint-brick p-5">
          <h3 className="text-lg">{t(`rule.${name}`)}</h3>
          <ul className="mt-3 flex list-disc flex-col gap-2 pl-5">
            {violations.slice(0, shown).map(({ offender, since }) => (
              <li key={offender}>
                <code className="break-all">{offender}</code>, {t('since')} <DateText value={since} format="time" />
              </li>
            ))}
          </ul>
          {violations.length > shown ? <p className="mt-3">{t('more', { count: violations.length - shown })}</p> : null}
        </li>
      ))}
    </ul>
  );
}
