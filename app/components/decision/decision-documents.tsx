import { useTranslation } from 'react-i18next';
import type { PublishedDecision } from '#app/modules/decisions/published.ts';
import { Icon } from '../icon/icon.tsx';
import { Section } from '../page/section.tsx';
import { saysBasis } from '#app/modules/decisions/says-basis.ts';

type DecisionDocumentsProps = {
  publication: PublishedDecision;
  /** Addresses of files that are no longer on the site. */
  closed: readonly string[];
};

/** What the decision rests on, with the digest of each file. */
export function DecisionDocuments({ publication, closed }: DecisionDocumentsProps) {
  const { t } = useTranslation('decisions');
  const documents = saysBasis(publication) ? publication.documents : [];
  return (
    <Section id="documenten" title={t('receipt.documents.title')} lead={t('receipt.documents.lead')}>
      {documents.length === 0 ? (
        <p className="text-ink-soft">
          {t(saysBasis(publication) ? 'receipt.documents.none' : 'receipt.documents.before')}
        </p>
      ) : (
        <ul className="flex flex-col gap-4">
          {documents.map(({ kind, address, sha256 }) => (
            <li key={address} className="flex items-start gap-2.5">
              <Icon name="document" className="mt-[0.25em] size-[1.1em] text-ink-soft" />
              <div className="min-w-0">
                {closed.includes(address) ? (
                  <>
                    <span className="font-semibold">{t(`receipt.documents.${kind}`)}</span>
                    <span className="block text-sm text-ink-soft">{t('receipt.documents.closed')}</span>
                  </>
                ) : (
                  <a href={address} className="inline-block py-2 font-semibold">
                    {t(`receipt.documents.${kind}`)}
                  </a>
                )}
                {sha256 === null ? null : (
                  <span className="tabular block text-sm break-all text-ink-soft">
                    {t('receipt.documents.digest')}: {sha256}
                  </span>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
