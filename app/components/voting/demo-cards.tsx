import { useTranslation } from 'react-i18next';
import type { DemoVotingCards } from '#app/modules/voting/views.ts';
import { Section } from '../page/section.tsx';

/** Voting cards with which a visitor of the demo tries a vote. */
export function DemoCards({ cards }: { cards: DemoVotingCards }) {
  const { t } = useTranslation('demo');
  return (
    <Section title={t('cards.title')} lead={t('cards.text')} id="stemkaarten">
      <ul className="flex flex-col gap-3">
        {cards.codes.map(({ code, shown }) => (
          <li key={code} className="card flex flex-wrap items-center gap-x-6 rounded bg-surface px-5 py-3">
            <span className="tabular text-lg font-bold">{shown}</span>
            <a
              href={`/stemmen/${cards.slug}#${code}`}
              className="inline-flex min-h-11 items-center"
              aria-label={`${t('cards.use')} ${shown}`}
            >
              {t('cards.use')}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
