import { useTranslation } from 'react-i18next';
import type { RoundView } from '#app/modules/gatherings/round-views.ts';
import { roundBounds, roundKinds } from '#app/modules/gatherings/rounds.ts';
import { SubmitButton } from '../../forms/buttons.tsx';
import { FormKey } from '../../forms/hidden-fields.tsx';
import { type SmallForm, useSmallForm } from '../../forms/small-form.tsx';
import { InputLine, SelectLine } from './round-fields.tsx';

/** Another round, at the end. */
export function AddRound({ formKey }: { formKey: string }) {
  const { t } = useTranslation('rounds');
  const back = useSmallForm({ intent: 'add' });
  return (
    <form method="post" className="grid max-w-xl gap-4">
      {back.mistake}
      <FormKey value={formKey} />
      <SelectLine
        label={t('programme.addKind')}
        name="kind"
        defaultValue={back.typed('kind', roundKinds[0])}
        choices={roundKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <NameAndMinutes back={back} title="" minutes={20} />
      <div>
        <SubmitButton name="intent" value="add" tone="quiet">
          {t('programme.addSubmit')}
        </SubmitButton>
      </div>
    </form>
  );
}

/** How a round is called, how long it takes and how its tables are made. */
export function ChangeRound({ round }: { round: RoundView }) {
  const { t } = useTranslation('rounds');
  const { id, revision, title, minutes, kind, areaWish, leastSeats, mostSeats } = round;
  const back = useSmallForm({ intent: 'change', roundId: id });
  const seats = { type: 'number', min: roundBounds.seats.least, max: roundBounds.seats.most, required: true } as const;
  return (
    <details className="mt-2" open={back.isBack}>
      <summary className="inline-flex min-h-11 cursor-pointer items-center">{t('programme.change', { title })}</summary>
      <form method="post" className="mt-3 grid max-w-xl gap-4">
        {back.mistake}
        <input type="hidden" name="roundId" value={id} />
        <input type="hidden" name="revision" value={revision} />
        <NameAndMinutes back={back} title={title} minutes={minutes} />
        {kind === 'pairs' || kind === 'groups' ? (
          <SelectLine
            label={t('programme.areas')}
            name="areaWish"
            defaultValue={back.typed('areaWish', areaWish)}
            choices={[
              { value: 'mixed', label: t('programme.areasMixed') },
              { value: 'near', label: t('programme.areasNear') },
            ]}
          />
        ) : null}
        {kind === 'groups' ? (
          <>
            <InputLine
              label={t('programme.least')}
              name="leastSeats"
              defaultValue={back.typed('leastSeats', leastSeats)}
              {...seats}
            />
            <InputLine
              label={t('programme.most')}
              name="mostSeats"
              defaultValue={back.typed('mostSeats', mostSeats)}
              {...seats}
            />
          </>
        ) : null}
        <div>
          <SubmitButton name="intent" value="change" tone="quiet">
            {t('programme.save')}
          </SubmitButton>
        </div>
      </form>
    </details>
  );
}

function NameAndMinutes({ back, title, minutes }: { back: SmallForm; title: string; minutes: number }) {
  const { t } = useTranslation('rounds');
  const { least, most } = roundBounds.minutes;
  return (
    <>
      <InputLine
        label={t('programme.name')}
        name="title"
        defaultValue={back.typed('title', title)}
        required
        minLength={2}
        maxLength={roundBounds.title}
      />
      <InputLine
        label={t('programme.howLong')}
        name="minutes"
        type="number"
        min={least}
        max={most}
        defaultValue={back.typed('minutes', minutes)}
        required
      />
    </>
  );
}
