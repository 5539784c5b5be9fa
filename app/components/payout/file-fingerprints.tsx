import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';
import type { BatchPage } from '#app/modules/payouts/views.ts';
import { useFormats } from '../content/use-formats.ts';

/** By which a colleague, or who looks back, sees that the file at the bank is the one that was downloaded here. */
export function FileFingerprints({ number, files }: Pick<BatchPage, 'number' | 'files'>) {
  const { t } = useTranslation('payouts');
  const { money, locale } = useFormats();
  return (
    <section aria-labelledby="controlecode" className="flex flex-col gap-3 rounded bg-tint-sand p-5">
      <h3 id="controlecode" className="text-lg">
        {t('act.fingerprint')}
      </h3>
      {files.length === 0 ? (
        <p>{t('act.fingerprintNone')}</p>
      ) : (
        <>
          {files.map(({ sha256, lines, total, writtenAt }) => (
            <div key={sha256}>
              <p className="tabular rounded-sm bg-page px-3 py-2 font-semibold break-all">{sha256}</p>
              <p className="mt-1 text-sm">
                {t('act.fingerprintOf', {
                  count: lines,
                  amount: money(total),
                  at: dateText(writtenAt, 'time', locale),
                })}
              </p>
            </div>
          ))}
          <p className="max-w-prose">{t('act.fingerprintText')}</p>
          <p className="text-sm">{t('act.fingerprintHow')}</p>
          <p className="font-mono text-sm break-all">
            certutil -hashfile {number}.xml SHA256
            <br />
            shasum -a 256 {number}.xml
          </p>
        </>
      )}
    </section>
  );
}
