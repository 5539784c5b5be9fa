import { useTranslation } from 'react-i18next';
import { useFormats } from '../content/use-formats.ts';

type FoundHeadingProps = {
  total: { count: number; isExact: boolean };
  text: string;
  /** What was looked for instead. */
  corrected: string | null;
  /** What was found only has to do with it. */
  isNear: boolean;
  /** What was typed without a word in it. */
  unsearchable: string;
};

/** How much was found; is said aloud each time it changes. */
export function FoundHeading({ total: { count, isExact }, text, corrected, isNear, unsearchable }: FoundHeadingProps) {
  const { t } = useTranslation('search');
  const { figure } = useFormats();
  const facts = { count, figure: figure(count), text: corrected ?? text };
  const words = isExact
    ? t(text === '' ? 'found' : 'foundFor', facts)
    : t(text === '' ? 'moreThan' : 'moreThanFor', facts);
  return (
    <div role="status">
      {corrected === null ? null : (
        <p className="mb-4 rounded bg-tint-water p-4">{t('corrected', { text, corrected })}</p>
      )}
      {isNear && corrected === null ? (
        <p className="mb-4 rounded bg-tint-water p-4 wrap-anywhere">{t('onlyNear', { text })}</p>
      ) : null}
      {unsearchable === '' ? null : (
        <p className="mb-4 rounded bg-tint-water p-4 wrap-anywhere">{t('unsearchable', { text: unsearchable })}</p>
      )}
      <h2 id="gevonden" className="text-xl wrap-anywhere">
        {words}
      </h2>
    </div>
  );
}
