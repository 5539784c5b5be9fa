import { useTranslation } from 'react-i18next';
import { addCents, type Cents } from '#app/kernel/money.ts';
import { dateText } from '#app/kernel/date-text.ts';
import type { PersonRoom } from '#app/modules/allowances/volunteer-views.ts';
import { useFormats } from '../content/use-formats.ts';

/** What a person can still get this month and this year: said first, and drawn. */
export function RoomBars({ room }: { room: PersonRoom }) {
  const { t, i18n } = useTranslation('volunteering');
  const { money } = useFormats();
  const { day, most, received } = room;
  return (
    <div className="flex flex-col gap-6">
      <RoomBar
        label={t('room.month', { month: dateText(day, 'month', i18n.language) })}
        used={received.month}
        most={most.month}
        left={room.room.month}
      />
      <RoomBar
        label={t('room.year', { year: day.slice(0, 4) })}
        used={addCents(received.year, received.elsewhere)}
        most={most.year}
        left={room.room.year}
      />
      {received.elsewhere === 0 ? null : <p>{t('room.elsewhere', { amount: money(received.elsewhere) })}</p>}
      <p className="max-w-prose text-ink-soft">{t('room.text')}</p>
    </div>
  );
}

type RoomBarProps = { label: string; used: Cents; most: Cents; left: Cents };

function RoomBar({ label, used, most, left }: RoomBarProps) {
  const { t } = useTranslation('volunteering');
  const { money } = useFormats();
  const share = most === 0 ? 100 : Math.min(100, (used / most) * 100);
  const width = `${Math.round(share * 100) / 100}%`;
  return (
    <div className="grid gap-1.5">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-semibold">{label}</span>
        <span className="tabular text-lg font-bold">{t('room.left', { left: money(left) })}</span>
      </p>
      <svg className="meter h-5 w-full" aria-hidden="true" focusable="false">
        <rect className="meter-edge fill-tint-garden" width="100%" height="100%" />
        <rect className="fill-garden" width={width} height="100%" />
      </svg>
      <p className="tabular text-sm text-ink-soft">{t('room.of', { used: money(used), most: money(most) })}</p>
    </div>
  );
}
