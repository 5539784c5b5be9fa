import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../forms/buttons.tsx';
import { Card } from '../page/card.tsx';

/** Backup codes, shown this once, to be written down or printed. */
export function BackupCodes({ codes, doneHref }: { codes: readonly string[]; doneHref: string }) {
  const { t } = useTranslation('people');
  return (
    <Card tone="sand">
      <div role="alert">
        <h2 className="text-xl">{t('security.backupOnce')}</h2>
        <p className="mt-2">{t('security.backupOnceText')}</p>
      </div>
      <ol className="tabular mt-4 grid grid-cols-[repeat(auto-fill,minmax(10rem,1fr))] gap-x-6 gap-y-2 font-mono text-lg">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <p className="no-print mt-5">
        <ButtonLink href={doneHref} icon="check">
          {t('security.backupDone')}
        </ButtonLink>
      </p>
    </Card>
  );
}
