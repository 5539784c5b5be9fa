import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { SearchBox } from '../content/search-box.tsx';
import { Written } from '../content/written.tsx';
import { ButtonLink, ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { TextField } from '../forms/text-field.tsx';
import { Section } from '../page/section.tsx';
import { IntentButton } from '../people/intent-button.tsx';

type PlacePartProps = {
  places: readonly { id: string; name: string; areas: { code: string; name: string }[] }[];
  placeCount: number;
  named: string;
  editing: { id: string; name: string; areas: string[] } | null;
  reply: SubmissionResult | undefined;
  mayChange: boolean;
  here: string;
};

/** Names of places and where they are: the form, a box to find one, and the first lines. */
export function PlacePart({ places, placeCount, named, editing, reply, mayChange, here }: PlacePartProps) {
  const { t } = useTranslation('searchWords');
  return (
    <Section id="plekken" title={t('places.title')} lead={t('places.lead')}>
      {mayChange ? <PlaceForm key={editing?.id} editing={editing} reply={reply} here={here} /> : null}
      <form method="get" action={`${here}#plekken`} className="mt-10 mb-4 max-w-md">
        <SearchBox label={t('places.search')} value={named} />
      </form>
      {places.length === 0 ? <p>{named === '' ? t('places.none') : t('places.noneFound', { named })}</p> : null}
      {placeCount > places.length ? (
        <p className="text-ink-soft">{t('places.shown', { shown: places.length, count: placeCount })}</p>
      ) : null}
      <ul className="mt-4">
        {places.map(({ id, name, areas }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-line py-3"
          >
            <div className="min-w-0 flex-1 basis-56">
              <p className="font-semibold break-words">
                <Written>{name}</Written>
              </p>
              <p className="text-sm text-ink-soft">
                <Written>{areas.map((area) => `${area.name} (${area.code})`).join(', ')}</Written>
              </p>
            </div>
            {mayChange ? (
              <div className="flex flex-wrap gap-3">
                <ButtonLink href={`${here}?plek=${id}#plekken`} tone="quiet">
                  {t('form.edit')}
                  <span className="sr-only"> {name}</span>
                </ButtonLink>
                <IntentButton intent="remove-place" id={id} label={t('form.remove')} about={name} />
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function PlaceForm({ editing, reply, here }: Pick<PlacePartProps, 'editing' | 'reply' | 'here'>) {
  const { t } = useTranslation('searchWords');
  const [form, fields] = useForm<{ name: string; areas: string }>({
    id: 'plek',
    lastResult: reply,
    constraint: { name: { required: true, maxLength: 80 }, areas: { required: true, maxLength: 1000 } },
    defaultValue: { name: editing?.name ?? '', areas: editing?.areas.join(', ') ?? '' },
  });
  const labels = { name: t('places.name'), areas: t('places.areas') };
  return (
    <>
      <h3 className="mb-4">{t(editing === null ? 'places.add' : 'places.change')}</h3>
      <FormFrame form={form} labels={labels}>
        {editing === null ? null : <input type="hidden" name="id" value={editing.id} />}
        <TextField field={fields.name} label={labels.name} hint={t('places.nameHint')} autoComplete="off" />
        <TextField
          field={fields.areas}
          label={labels.areas}
          hint={t('places.areasHint')}
          autoComplete="off"
          spellCheck={false}
        />
        <ButtonRow>
          <SubmitButton name="intent" value="save-place">
            {t('form.save')}
          </SubmitButton>
          {editing === null ? null : (
            <ButtonLink href={`${here}#plekken`} tone="quiet">
              {t('form.cancel')}
            </ButtonLink>
          )}
        </ButtonRow>
      </FormFrame>
    </>
  );
}
