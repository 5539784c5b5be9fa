import { useTranslation } from 'react-i18next';
import { groundsIn } from '#app/modules/redaction/ground.ts';

/** What the blocks in a published text mean: on which ground of the act something was left out. Nothing when there are none. */
export function GroundsLegend({ texts }: { texts: readonly string[] }) {
  const { t } = useTranslation('redaction');
  const found = groundsIn(texts);
  return found.length === 0 ? null : (
    <ul className="flex max-w-prose flex-col gap-1 text-sm text-ink-soft">
      {found.map((code) => (
        <li key={code}>{t('legend', { code, ground: t(`grounds.${code}`) })}</li>
      ))}
    </ul>
  );
}
