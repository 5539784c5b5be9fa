import { useTranslation } from 'react-i18next';
import type { ChoiceView } from '#app/modules/portfolios/views.ts';
import { Written } from '../content/written.tsx';
import { Section } from '../page/section.tsx';

/** Who named this portfolio in the round, and how: only for its keepers. */
export function NamedUs({ named }: { named: readonly ChoiceView[] }) {
  const { t } = useTranslation('exercise');
  const portfolios = new Set(named.map(({ id }) => id)).size;
  return (
    <Section title={portfolios === 0 ? t('named.heading') : t('named.title', { count: portfolios })}>
      {named.length === 0 ? (
        <p className="text-ink-soft">{t('named.none')}</p>
      ) : (
        <Choices choices={named} words="named" />
      )}
    </Section>
  );
}

/** Choices with their reasons. @param words who says it: others of us, or we of others */
export function Choices({ choices, words }: { choices: readonly ChoiceView[]; words: 'named' | 'chosen' }) {
  const { t } = useTranslation('exercise');
  return (
    <ul className="flex flex-col gap-3">
      {choices.map(({ id, slug, name, direction, reason }) => (
        <li key={`${id}-${direction}`} className="rounded bg-surface px-5 py-4">
          <p>
            <a href={`/portfolios/${slug}`} className="inline-block py-1 font-bold">
              <Written>{name}</Written>
            </a>{' '}
            {t(`${words}.${direction}`)}
          </p>
          {reason === '' ? null : (
            <p className="whitespace-pre-line">
              <Written>{reason}</Written>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
