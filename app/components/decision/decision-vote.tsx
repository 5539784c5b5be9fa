import { useTranslation } from 'react-i18next';
import type { PublishedDecision } from '#app/modules/decisions/published.ts';
import { cents } from '#app/kernel/money.ts';
import { useFormats } from '../content/use-formats.ts';
import { Written } from '../content/written.tsx';
import { Section } from '../page/section.tsx';

/** The vote of residents that a decision rests on, in the place of scores. */
export function DecisionVote({ publication }: { publication: PublishedDecision }) {
  const { t } = useTranslation('voteFollows');
  const { money } = useFormats();
  if (publication.version !== 4) return null;
  const { slug, title, place, winners, votes, voters, costCents, version } = publication.vote;
  const decided = publication.subject.version;
  return (
    <Section id="stemming" title={t('basis.title')}>
      <div className="prose">
        <p className="font-bold">
          <Written>{title}</Written>
        </p>
        <p>{t('basis.text', { place, winners, votes, voters, cost: money(cents(costCents)) })}</p>
        {version === decided ? null : <p>{t('basis.changed', { voted: version, decided })}</p>}
        <p>{t('basis.proof')}</p>
        <p>
          <a href={`/stemmen/${slug}`}>{t('basis.link')}</a>
          {' · '}
          <a href={`/stemmen/${slug}#natellen`}>{t('basis.count')}</a>
        </p>
      </div>
    </Section>
  );
}
