import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';
import type { VoteFacts } from '#app/modules/voting/views.ts';
import { Facts } from '../content/facts.tsx';
import { Money } from '../content/money.tsx';
import { useFormats } from '../content/use-formats.ts';
import { Written } from '../content/written.tsx';
import { CategoryFacts } from './category-facts.tsx';

/**
 * Who may vote, until when, and how it is counted, in plain words.
 * @param withoutCategory how many plans are in no category
 */
export function VoteRules({ vote, withoutCategory }: { vote: VoteFacts; withoutCategory: number }) {
  const { t, i18n } = useTranslation('voting');
  const categories = useTranslation('voteCategories').t;
  const { money } = useFormats();
  const areas = new Intl.ListFormat(i18n.language).format(vote.areas.map(({ name }) => name));
  const moment = (value: Date) => dateText(value, 'time', i18n.language);
  const { ballot, minimumAge: age } = vote;
  return (
    <Facts
      facts={[
        {
          term: t('facts.amount'),
          value: (
            <>
              <Money cents={vote.amount} />
              {vote.isExample ? (
                <span className="block text-sm font-normal text-ink-soft">{t('facts.example')}</span>
              ) : null}
            </>
          ),
        },
        { term: t('facts.who'), value: age > 0 ? t('facts.whoText', { age, areas }) : t('facts.whoAny', { areas }) },
        {
          term: t('facts.how'),
          value: t(vote.byIdentity ? 'facts.byIdentity' : vote.byAccount ? 'facts.byBoth' : 'facts.byCode'),
        },
        {
          term: t('facts.until'),
          value: t('facts.period', { from: moment(vote.opensAt), until: moment(vote.closesAt) }),
        },
        {
          term: t('facts.ballot'),
          value:
            ballot === 'at-most'
              ? t('facts.at-most', { count: vote.atMost ?? 0 })
              : t(`facts.${ballot}`, { amount: money(vote.amount) }),
        },
        { term: t('facts.counting'), value: <RuleWords vote={vote} /> },
        {
          term: categories('facts.term'),
          value: vote.categories.length === 0 ? null : <CategoryFacts vote={vote} without={withoutCategory} />,
        },
        {
          term: t('facts.body'),
          value: (
            <a
              href={
                vote.body.kind === 'wijkalliantie'
                  ? `/wijkallianties/${vote.body.slug}`
                  : `/opgaveteams/${vote.body.slug}`
              }
            >
              <Written>{vote.body.name}</Written>
            </a>
          ),
        },
      ]}
    />
  );
}

function RuleWords({ vote }: { vote: VoteFacts }) {
  const { t } = useTranslation('voting');
  return (
    <span className="block font-normal">
      {t(`rule.${vote.method}`)} {vote.completion === null ? null : t(`rule.${vote.completion}`)}{' '}
      {vote.minimumVotes > 1 ? t('facts.minimum', { count: vote.minimumVotes }) : null} {t('facts.ties')}{' '}
      {t(vote.state === 'draft' ? 'facts.fixedLater' : 'facts.fixed')}
    </span>
  );
}
