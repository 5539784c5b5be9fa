import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';
import type { CoordinatedLine } from '#app/modules/allowances/coordination-views.ts';
import { Quoting, Written } from '../content/written.tsx';
import { useFormats } from '../content/use-formats.ts';
import { ActivityMeter } from './activity-meter.tsx';

/** Activities on the desk of a coordinator, each with its budget and what waits. */
export function ActivityCards({ lines }: { lines: readonly CoordinatedLine[] }) {
  return (
    <ul className="flex flex-col gap-6">
      {lines.map((line) => (
        <li key={line.slug} className="card flex flex-col gap-4 rounded bg-surface p-5 sm:p-6">
          <Heading line={line} />
          <ActivityMeter label={<Label name={line.name} />} {...line} />
        </li>
      ))}
    </ul>
  );
}

function Heading({ line }: { line: CoordinatedLine }) {
  const { t } = useTranslation('coordination');
  const { locale } = useFormats();
  const day = (date: CoordinatedLine['beginsOn']) => dateText(date, 'day', locale);
  return (
    <div>
      <h3>
        <a href={`/coordinatie/${line.slug}`} className="inline-block py-1">
          <Written>{line.name}</Written>
        </a>
      </h3>
      <p className="text-ink-soft">
        <Written>{line.bodyName}</Written> · {line.areaName ?? t('page.wholeDistrict')} ·{' '}
        {t('page.until', { from: day(line.beginsOn), to: day(line.endsOn) })}
      </p>
      <p className="mt-2">
        {line.waitingClaims === 0 ? (
          t('list.noWaiting')
        ) : (
          <strong>
            {t('list.waiting', { count: line.waitingClaims })}
            {line.waitingSince === null ? null : `, ${t('list.since', { date: day(line.waitingSince) })}`}
          </strong>
        )}{' '}
        · {t('list.volunteers', { count: line.volunteers })}
      </p>
    </div>
  );
}

function Label({ name }: { name: string }) {
  const { t } = useTranslation('coordination');
  return <Quoting text={t('meter.of', { name })} written={name} />;
}
