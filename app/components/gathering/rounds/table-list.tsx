import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeatedPerson, TableView } from '#app/modules/gatherings/round-views.ts';
import { Written } from '../../content/written.tsx';
import { type SmallForm, useSmallForm } from '../../forms/small-form.tsx';
import { useGatheringWords } from '../use-gathering-words.ts';
import { InputLine, SelectLine } from './round-fields.tsx';

type TableListProps = {
  tables: readonly TableView[];
  without: readonly SeatedPerson[];
  revision: number;
  mayChange: boolean;
};

/** Who sits where; for who runs the gathering, with a menu at each name. */
export function TableList({ tables, without, revision, mayChange }: TableListProps) {
  const { t } = useTranslation('rounds');
  const words = useGatheringWords();
  const numbers = tables.map(({ number }) => number);
  const person = (one: SeatedPerson, table: number | null) => (
    <PersonLine key={one.registrationId} person={one} table={table} {...{ numbers, revision, mayChange }} />
  );
  return (
    <>
      {without.length === 0 ? null : (
        <section aria-labelledby="zonder-plek" className="mb-6 rounded bg-tint-brick p-4">
          <h3 id="zonder-plek">
            {t('tables.without')} ({without.length})
          </h3>
          <ul className="mt-2">{without.map((one) => person(one, null))}</ul>
        </section>
      )}
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,20rem),1fr))] gap-4">
        {tables.map(({ number, clusterName, languages, people }) => (
          <li key={number} className="rounded bg-surface p-4">
            <h3>{t('tables.table', { number })}</h3>
            <p className="text-sm text-ink-soft">
              {clusterName === null ? null : (
                <>
                  <Written>{clusterName}</Written>
                  {' · '}
                </>
              )}
              {people.length === 0
                ? t('tables.empty')
                : languages.length === 0
                  ? t('tables.noLanguage')
                  : languages.map((code) => words.language(code)).join(', ')}
            </p>
            <ul className="mt-2">{people.map((one) => person(one, number))}</ul>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Tables in the menu of each name; with more of them one types the number, or the page would be all menu. */
const mostChoices = 30;

type PersonLineProps = {
  person: SeatedPerson;
  table: number | null;
  numbers: readonly number[];
  revision: number;
  mayChange: boolean;
};

function PersonLine({ person, table, numbers, revision, mayChange }: PersonLineProps) {
  const { t } = useTranslation(['rounds', 'gatherings']);
  const { registrationId, name, comesAs, comesFor, isPinned, hasLeft } = person;
  const back = useSmallForm({ intent: 'move', registrationId });
  const marks = [hasLeft ? t('tables.left') : null, isPinned ? t('tables.pinned') : null].filter((one) => one !== null);
  const hidden = (
    <>
      <input type="hidden" name="registrationId" value={registrationId} />
      <input type="hidden" name="revision" value={revision} />
    </>
  );
  const choices =
    numbers.length > mostChoices
      ? []
      : [
          ...numbers
            .filter((number) => number !== table)
            .map((number) => ({ value: String(number), label: t('tables.table', { number }) })),
          { value: 'new', label: t('tables.newTable') },
          ...(table === null ? [] : [{ value: 'none', label: t('tables.noTable') }]),
        ];
  return (
    <li className="border-t border-line py-2 first:border-t-0">
      <p className={hasLeft ? 'text-ink-soft line-through' : ''}>
        <strong>
          <Written>{name}</Written>
        </strong>
        {marks.length === 0 ? null : ` (${marks.join(', ')})`}
      </p>
      <p className="text-sm text-ink-soft">
        {t(`gatherings:register.comesAsChoices.${comesAs}`)}
        {comesFor === '' ? null : (
          <>
            {' · '}
            <Written>{comesFor}</Written>
          </>
        )}
      </p>
      {mayChange ? (
        <details className="no-print" open={back.isBack}>
          <summary
            className="inline-flex min-h-11 cursor-pointer items-center text-sm"
            aria-label={t('tables.move', { name })}
          >
            {t('tables.moveShort')}
          </summary>
          {numbers.length > mostChoices ? (
            <MoveByNumber hidden={hidden} hasTable={table !== null} back={back} />
          ) : (
            <form method="post" className="mb-2 grid gap-3">
              {back.mistake}
              {hidden}
              <SelectLine
                label={t('tables.moveTo')}
                name="to"
                choices={choices}
                defaultValue={back.typed('to', choices[0]?.value ?? '')}
              />
              <button type="submit" name="intent" value="move" className="button button-quiet">
                {t('tables.moveSubmit')}
              </button>
            </form>
          )}
          {table === null ? null : (
            <form method="post">
              {hidden}
              <button
                type="submit"
                name="intent"
                value={isPinned ? 'unpin' : 'pin'}
                aria-label={t(isPinned ? 'tables.unpin' : 'tables.pin', { name })}
                className="button button-text"
              >
                {t(isPinned ? 'tables.unpinShort' : 'tables.pinShort')}
              </button>
            </form>
          )}
        </details>
      ) : null}
    </li>
  );
}

type MoveByNumberProps = { hidden: ReactNode; hasTable: boolean; back: SmallForm };

function MoveByNumber({ hidden, hasTable, back }: MoveByNumberProps) {
  const { t } = useTranslation('rounds');
  return (
    <>
      <form method="post" className="mb-2 grid gap-3">
        {back.mistake}
        {hidden}
        <InputLine
          label={t('tables.moveToNumber')}
          name="to"
          type="number"
          min={1}
          max={500}
          defaultValue={back.typed('to', '')}
          required
        />
        <button type="submit" name="intent" value="move" className="button button-quiet">
          {t('tables.moveSubmit')}
        </button>
      </form>
      <form method="post" className="flex flex-wrap gap-x-4">
        {hidden}
        <input type="hidden" name="intent" value="move" />
        <button type="submit" name="to" value="new" className="button button-text">
          {t('tables.newTable')}
        </button>
        {hasTable ? (
          <button type="submit" name="to" value="none" className="button button-text">
            {t('tables.noTable')}
          </button>
        ) : null}
      </form>
    </>
  );
}
