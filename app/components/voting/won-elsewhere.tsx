import { useTranslation } from 'react-i18next';
import type { PlanWonElsewhere } from '#app/modules/voting/winner-views.ts';
import { useFormats } from '../content/use-formats.ts';
import { Written } from '../content/written.tsx';
import { Notice } from '../page/notice.tsx';

type ElsewhereProps = {
  plans: readonly PlanWonElsewhere[];
  /** For the body: the list can still change, or is announced. Left out: for everybody. */
  forBody?: 'draft' | 'announced';
  /** Nobody chooses any more. */
  isClosed?: boolean;
};

/** Says of plans on the ballot that another vote gave them money, or may: to voters before they choose, and to the body. */
export function WonElsewhereNotice({ plans, forBody, isClosed = false }: ElsewhereProps) {
  const { t } = useTranslation('voteFollows');
  const { money } = useFormats();
  if (plans.length === 0) return null;
  return (
    <Notice title={t('elsewhere.title')}>
      <p>{t(`elsewhere.${forBody ?? (isClosed ? 'closed' : 'lead')}`)}</p>
      <ul className="mt-2 flex flex-col gap-1">
        {plans.map(({ number, planSlug, planTitle, requested, got, asked, vote }) => (
          <li key={number}>
            <a href={`/initiatieven/${planSlug}`}>
              <Written>{planTitle}</Written>
            </a>{' '}
            {t(`elsewhere.${vote.state}`)}{' '}
            <a href={`/stemmen/${vote.slug}#besluiten`}>
              <Written>{vote.title}</Written>
            </a>
            {forBody === undefined ? null : (
              <span className="tabular block">
                {t(asked > 0 ? 'elsewhere.stillAsked' : 'elsewhere.nothingAsked', {
                  ...{ requested: money(requested), got: money(got) },
                  asked: money(asked),
                })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
