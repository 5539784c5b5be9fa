import { useTranslation } from 'react-i18next';
import type { Instant } from '#app/kernel/instant.ts';
import { DateText } from '../content/date-text.tsx';
import { Section } from '../page/section.tsx';

type WordingsProps = {
  wordings: readonly {
    revision: number;
    remit: string;
    remitEn: string;
    writtenAt: Instant | null;
    writtenBy: string;
  }[];
};

/** Everything a body said of itself, the newest first. */
export function Wordings({ wordings }: WordingsProps) {
  const { t } = useTranslation('programme');
  return (
    <Section title={t('texts.wordings')}>
      <ol className="flex flex-col">
        {wordings.map(({ revision, remit, remitEn, writtenAt, writtenBy }, index) => (
          <li key={revision} className="border-t border-line py-4">
            <p className="text-sm text-ink-soft">
              {index === 0 ? <strong>{t('texts.now')} </strong> : null}
              {writtenAt === null ? (
                t('texts.fromPapers')
              ) : (
                <>
                  {writtenBy === '' ? t('texts.byColleague') : writtenBy}, <DateText value={writtenAt} format="time" />
                </>
              )}
            </p>
            <p className="mt-2" lang="nl">
              {remit}
            </p>
            <p className="mt-2" lang="en">
              {remitEn}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
