import type { SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { sayMessage } from '#app/i18n/message.ts';
import type { TypedMinutes } from '#app/modules/meetings/typed-minutes.ts';
import { Notice } from '../page/notice.tsx';

const parts = {
  lines: { prefix: 'l', row: 'minutes.row' },
  attendees: { prefix: 'a', row: 'minutes.rowAttendee' },
  annex: { prefix: 'b', row: 'minutes.rowAnnex' },
} as const;
const placed = /^(lines|attendees|annex)\[(\d+)\]\.(\w+)$/;

type MinutesMistakesProps = {
  error: NonNullable<SubmissionResult['error']>;
  typed: TypedMinutes;
  isConflict: boolean;
  /** Ids of fields that stand outside the rows, by name. */
  ids?: Readonly<Record<string, string>>;
};

/** What is wrong, each with the row that it stands in: minutes are long, and the mistake is seldom in sight. */
export function MinutesMistakes({ error, typed, isConflict, ids = {} }: MinutesMistakesProps) {
  const { t } = useTranslation('meetingWork');
  const { t: say } = useTranslation();
  const all = Object.entries(error).flatMap(([name, said]) => (said ?? []).map((one) => ({ name, one })));
  const placeOf = (name: string): { href: string; row: string | null } | null => {
    const own = ids[name];
    if (own !== undefined) return { href: `#${own}`, row: null };
    const [, part = '', index = '', field = ''] = placed.exec(name) ?? [];
    if (part !== 'lines' && part !== 'attendees' && part !== 'annex') return null;
    const row = typed[part][Number(index)];
    const { prefix, row: word } = parts[part];
    return row === undefined
      ? null
      : { href: `#${prefix}-${row.key}-${field}`, row: t(word, { number: Number(index) + 1 }) };
  };
  return (
    <Notice tone="danger" role="alert">
      {all.map(({ name, one }) => {
        const place = placeOf(name);
        const words = isConflict ? t('minutes.conflict') : sayMessage(say, one);
        return (
          <p key={`${name} ${one}`}>
            {place === null ? words : <a href={place.href}>{place.row === null ? words : `${place.row}: ${words}`}</a>}
          </p>
        );
      })}
    </Notice>
  );
}
