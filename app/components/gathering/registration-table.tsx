import { useTranslation } from 'react-i18next';
import type { RegistrationLine } from '#app/modules/gatherings/views.ts';
import { DataTable } from '../content/data-table.tsx';
import { Written } from '../content/written.tsx';
import { useGatheringWords } from './use-gathering-words.ts';

/** An empty cell takes no line on a phone. */
const orNothing = (text: string) => (text === '' ? null : <Written>{text}</Written>);

/** Who registered, with what they need; for who runs the gathering. */
export function RegistrationTable({ lines, caption }: { lines: readonly RegistrationLine[]; caption: string }) {
  const { t } = useTranslation(['gatheringWork', 'gatherings']);
  const words = useGatheringWords();
  const wishes = (line: RegistrationLine) =>
    [
      ...(line.children === 0 ? [] : [t('people.children', { count: line.children })]),
      ...(line.accessWish === '' ? [] : [line.accessWish]),
      ...(line.meetWish === '' ? [] : [t('people.meets', { wish: line.meetWish })]),
    ].join(' · ');
  const standing = (line: RegistrationLine) =>
    [
      line.arrivedAt === null ? '' : t('people.arrived', { time: words.clock(line.arrivedAt) }),
      line.isWalkIn ? t('people.walkIn') : '',
      line.state === 'offered' ? t('people.offered') : '',
    ]
      .filter((part) => part !== '')
      .join(', ');
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', header: t('people.name'), cell: ({ name }) => <Written>{name}</Written> },
        {
          key: 'as',
          header: t('people.comesAs'),
          cell: ({ comesAs }) => t(`gatherings:register.comesAsChoices.${comesAs}`),
        },
        {
          key: 'for',
          header: t('people.for'),
          cell: ({ comesFrom, portfolios }) =>
            orNothing([...(comesFrom === '' ? [] : [comesFrom]), ...portfolios].join(', ')),
        },
        {
          key: 'languages',
          header: t('people.languages'),
          cell: (line) => line.languages.map(words.language).join(', '),
        },
        { key: 'wishes', header: t('people.wishes'), cell: (line) => orNothing(wishes(line)) },
        { key: 'code', header: t('people.code'), cell: ({ doorCode }) => doorCode },
        { key: 'state', header: t('people.state'), cell: (line) => orNothing(standing(line)) },
      ]}
    />
  );
}
