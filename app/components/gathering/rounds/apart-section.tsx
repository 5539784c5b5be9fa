import { useTranslation } from 'react-i18next';
import type { RoundTables } from '#app/modules/gatherings/round-views.ts';
import { SubmitButton } from '../../forms/buttons.tsx';
import { useSmallForm } from '../../forms/small-form.tsx';
import { Section } from '../../page/section.tsx';
import { SelectLine } from './round-fields.tsx';

/** Two who should not sit together, in any round. */
export function ApartSection({ apart, room }: Pick<RoundTables, 'apart' | 'room'>) {
  const { t } = useTranslation('rounds');
  const back = useSmallForm({ intent: 'apart' });
  return (
    <Section title={t('tables.apart')}>
      <p className="mb-4 max-w-prose">{t('tables.apartText')}</p>
      <ul className="mb-4">
        {apart.map(({ oneId, otherId, one, other }) => (
          <li key={`${oneId} ${otherId}`} className="flex flex-wrap items-center gap-x-4">
            {t('tables.apartPair', { one, other })}
            <form method="post">
              <input type="hidden" name="oneId" value={oneId} />
              <input type="hidden" name="otherId" value={otherId} />
              <button
                type="submit"
                name="intent"
                value="together"
                aria-label={t('tables.apartRemove', { one, other })}
                className="button button-text"
              >
                {t('tables.apartRemoveShort')}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <form method="post" className="grid max-w-xl gap-4">
        {back.mistake}
        <SelectLine
          label={t('tables.apartOne')}
          name="oneId"
          choices={room}
          defaultValue={back.typed('oneId', '')}
          emptyLabel="…"
          required
        />
        <SelectLine
          label={t('tables.apartOther')}
          name="otherId"
          choices={room}
          defaultValue={back.typed('otherId', '')}
          emptyLabel="…"
          required
        />
        <div>
          <SubmitButton name="intent" value="apart" tone="quiet">
            {t('tables.apartSubmit')}
          </SubmitButton>
        </div>
      </form>
    </Section>
  );
}
