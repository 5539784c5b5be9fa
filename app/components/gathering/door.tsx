import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '#app/kernel/ids.ts';
import { normalDoorCode } from '#app/modules/gatherings/registration.ts';
import type { DoorLine } from '#app/modules/gatherings/views.ts';
import { Written } from '../content/written.tsx';
import { SubmitButton } from '../forms/buttons.tsx';
import { useDoorQueue } from './use-door-queue.ts';
import { useGatheringWords } from './use-gathering-words.ts';

type DoorProps = {
  slug: string;
  gatheringId: string;
  lines: readonly DoorLine[];
  /** What was searched for, by the address. */
  search: string;
  expected: number;
};

const matches = (line: DoorLine, search: string) => {
  const wanted = search.trim().toLowerCase();
  return wanted === '' || line.name.toLowerCase().includes(wanted) || line.doorCode === normalDoorCode(search);
};

/**
 * The list at the door. Without JavaScript every button is a form; with it, a mark shows at once, is kept on the phone and goes when
 * there is a network.
 */
export function Door({ slug, gatheringId, lines, search, expected }: DoorProps) {
  const { t } = useTranslation('gatheringWork');
  const here = `/ontmoet-werk/${slug}/deur`;
  const { mark, marks, marked, state, hasRefused } = useDoorQueue(`${here}/streep`, `deur:${gatheringId}`);
  const [typed, setTyped] = useState(search);
  const isIn = (line: DoorLine) => (marked[line.id] ?? (line.arrivedAt === null ? 'out' : 'in')) === 'in';
  const arrived = lines.filter(isIn).length;
  const shown = lines.filter((line) => matches(line, typed));
  const count = marks.length;
  const says =
    state === 'signed-out'
      ? t('door.signIn')
      : state === 'offline' && count > 0
        ? t('door.offline', { count })
        : count > 0
          ? t('door.sending', { count })
          : '';
  return (
    <>
      <p className="tabular text-2xl font-semibold">{t('door.arrived', { arrived, expected })}</p>
      <p role="status" className="min-h-8 font-semibold">
        {says}
      </p>
      {hasRefused ? <p className="font-semibold text-brick">{t('door.refusedSome')}</p> : null}
      <form method="get" action={here} className="no-print flex flex-wrap items-end gap-3" role="search">
        <label className="min-w-0 grow">
          <span className="mb-1 block font-semibold">{t('door.find')}</span>
          <input
            name="code"
            type="search"
            autoComplete="off"
            autoCapitalize="characters"
            className="input"
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
            }}
          />
        </label>
        <SubmitButton tone="quiet">{t('door.found')}</SubmitButton>
      </form>
      {shown.length === 0 ? (
        <p className="mt-4">{t('door.nobody')}</p>
      ) : (
        <ul className="mt-4 flex flex-col gap-2">
          {shown.map((line) => (
            <DoorRow
              key={line.id}
              line={line}
              isIn={isIn(line)}
              isFresh={marked[line.id] !== undefined}
              onMark={mark}
            />
          ))}
        </ul>
      )}
    </>
  );
}

type DoorRowProps = {
  line: DoorLine;
  isIn: boolean;
  /** Marked since the page was made: its hour is not known here. */
  isFresh: boolean;
  onMark: (registrationId: string, direction: 'in' | 'out', key: string) => void;
};

function DoorRow({ line, isIn, isFresh, onMark }: DoorRowProps) {
  const { t } = useTranslation('gatheringWork');
  const words = useGatheringWords();
  const { id, name, doorCode, comesFrom, hasPlace, arrivedAt } = line;
  const direction = isIn ? 'out' : 'in';
  const press = (event: FormEvent) => {
    event.preventDefault();
    onMark(id, direction, newId());
  };
  return (
    <li
      className={`flex items-center justify-between gap-3 rounded px-4 py-2 ${isIn ? 'bg-tint-garden' : 'bg-surface'}`}
    >
      <span className="min-w-0">
        <span className="block font-semibold break-words">
          <Written>{name}</Written>
        </span>
        <span className="tabular block text-sm text-ink-soft">
          {doorCode}
          {comesFrom === '' ? null : (
            <>
              {' · '}
              <Written>{comesFrom}</Written>
            </>
          )}
          {hasPlace || isIn ? null : ` · ${t('door.noPlace')}`}
          {isIn && arrivedAt !== null && !isFresh ? ` · ${t('door.since', { time: words.clock(arrivedAt) })}` : null}
        </span>
      </span>
      <form method="post" onSubmit={press} className="shrink-0">
        <input type="hidden" name="registrationId" value={id} />
        <button
          type="submit"
          name="direction"
          value={direction}
          aria-label={t(isIn ? 'door.undoOf' : 'door.markOf', { name })}
          className={`button ${isIn ? 'button-text' : 'button-quiet'}`}
        >
          {t(isIn ? 'door.undo' : 'door.mark')}
        </button>
      </form>
    </li>
  );
}
