import { useTranslation } from 'react-i18next';
import type { Said } from '#app/modules/gatherings/round-views.ts';

/** What could not be done as asked, and why; with names, so only for who runs the gathering. */
export function WhyList({ explanations }: { explanations: readonly Said[] }) {
  const { t, i18n } = useTranslation('rounds');
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  if (explanations.length === 0) return null;
  const named = (name: string) => (name === '' ? t('somebody') : name);
  return (
    <details className="mt-6 rounded bg-surface p-4">
      <summary className="min-h-11 cursor-pointer font-semibold">
        {t('tables.why')} ({t('tables.whyCount', { count: explanations.length })})
      </summary>
      <ul className="mt-3 list-disc pl-6">
        {explanations.map(({ about, reason, done, people, wanted }, index) => (
          <li key={index} className="mb-1">
            {t(`about.${sentenceOf(about, done)}`, {
              people: list.format(people.map(named)),
              wanted: named(wanted ?? ''),
              why: t(`reason.${reason}`),
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}

function sentenceOf(about: Said['about'], done: boolean) {
  if (about === 'person') return done ? 'personDone' : 'person';
  if (about === 'pin') return done ? 'pinDone' : 'pin';
  if (about === 'together') return done ? 'togetherDone' : 'together';
  return about;
}
