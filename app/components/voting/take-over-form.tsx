import { useTranslation } from 'react-i18next';
import type { VoteWorkView } from '#app/modules/voting/views.ts';
import type { WinnerWork } from '#app/modules/voting/winner-views.ts';
import { SubmitButton } from '../forms/buttons.tsx';
import { useSmallForm } from '../forms/small-form.tsx';
import { LabelledField } from '../forms/labelled-field.tsx';

type TakeOverProps = { vote: VoteWorkView; follows: WinnerWork; today: string };

/** One form that lays a proposal for every winner. */
export function TakeOverForm({ vote, follows, today }: TakeOverProps) {
  const { t } = useTranslation('voteFollows');
  const form = useSmallForm({ intent: 'take-over' });
  const changed = follows.work.filter(({ block }) => block === 'changed');
  const texts = [
    { name: 'motivation', rows: 4, start: t('work.motivationDefault', { title: vote.title }) },
    { name: 'interestStatement', rows: 2, start: t('work.interestDefault') },
    { name: 'conditions', rows: 2, start: '' },
  ] as const;
  return (
    <form method="post" className="mt-6 flex max-w-prose flex-col items-start gap-5">
      <h3>{t('work.form')}</h3>
      {form.mistake}
      <LabelledField id="genomen" label={t('work.takenOn')}>
        <input
          id="genomen"
          name="takenOn"
          type="date"
          className="input max-w-56"
          max={today}
          defaultValue={form.typed('takenOn', today)}
        />
      </LabelledField>
      <fieldset className="flex flex-col gap-1">
        <legend className="font-semibold">{t('work.present')}</legend>
        <p className="text-ink-soft">{t('work.presentHint')}</p>
        {follows.members.map(({ personId, name }) => (
          <label key={personId} className="flex min-h-11 items-center gap-3">
            <input
              type="checkbox"
              name="present"
              value={personId}
              defaultChecked={form.ticked('present', personId, true)}
              className="tick"
            />
            {name}
          </label>
        ))}
      </fieldset>
      {texts.map(({ name, rows, start }) => (
        <LabelledField key={name} id={`over-${name}`} label={t(`work.${name}`)}>
          <textarea
            id={`over-${name}`}
            name={name}
            rows={rows}
            className="input"
            defaultValue={form.typed(name, start)}
          />
        </LabelledField>
      ))}
      {changed.map(({ number, title }) => (
        <label key={number} className="flex min-h-11 items-center gap-3">
          <input
            type="checkbox"
            name="read"
            value={number}
            defaultChecked={form.ticked('read', number, false)}
            className="tick"
          />
          {t('work.read', { title })}
        </label>
      ))}
      <SubmitButton name="intent" value="take-over">
        {t('work.button')}
      </SubmitButton>
    </form>
  );
}
