import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { ButtonLink, ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { Card } from '../page/card.tsx';

type TakePartProps = {
  activity: { slug: string; hour: number; paysExpenses: boolean; endsOn: CalendarDate };
  today: CalendarDate;
  /** Null: nobody is signed in. */
  mine: { takesPart: 'now' | 'left' | 'never'; leftOn: CalendarDate | null } | null;
};

/** The one thing to do at an open activity: sign in, sign up, or fill in. */
export function TakePart({ activity, today, mine }: TakePartProps) {
  const { t, i18n } = useTranslation('volunteering');
  const { slug, endsOn } = activity;
  const isOver = endsOn < today;
  if (mine === null)
    return (
      <Card tone="garden">
        <h2 className="text-xl">{t('page.joinTitle')}</h2>
        <p className="mt-2">{t('page.joinText')}</p>
        <p className="mt-4">
          <ButtonLink href={`/inloggen?naar=/activiteiten/${slug}`}>{t('page.joinSignIn')}</ButtonLink>
        </p>
        <p className="mt-3 text-ink-soft">{t('page.joinSignInText')}</p>
      </Card>
    );
  if (mine.takesPart === 'never')
    return (
      <Card tone="garden">
        <h2 className="text-xl">{t('page.joinTitle')}</h2>
        <p className="mt-2">{isOver ? t('page.over') : t('page.joinText')}</p>
        <form method="post" className="mt-4">
          <SubmitButton name="intent" value="join">
            {t('page.join')}
          </SubmitButton>
        </form>
      </Card>
    );
  const hasLeft = mine.takesPart === 'left' && mine.leftOn !== null;
  return (
    <Card tone="garden">
      <h2 className="text-xl">
        {mine.leftOn === null
          ? t('page.taking')
          : t('page.hasLeft', { date: dateText(mine.leftOn, 'day', i18n.language) })}
      </h2>
      <p className="mt-2">{t(hasLeft ? 'page.hasLeftText' : isOver ? 'page.over' : 'page.takingText')}</p>
      <div className="mt-4 flex flex-col gap-4">
        <ClaimLinks activity={activity} />
        <form method="post">
          <SubmitButton name="intent" value={hasLeft ? 'join' : 'leave'} tone={hasLeft ? 'quiet' : 'text'}>
            {t(hasLeft ? 'page.again' : 'page.leave')}
          </SubmitButton>
        </form>
      </div>
    </Card>
  );
}

/** What somebody who takes part can fill in. */
function ClaimLinks({ activity: { slug, hour, paysExpenses } }: Pick<TakePartProps, 'activity'>) {
  const { t } = useTranslation('volunteering');
  return (
    <ButtonRow>
      {hour === 0 ? null : (
        <ButtonLink href={`/activiteiten/${slug}/uren`} icon="clock">
          {t('page.hours')}
        </ButtonLink>
      )}
      {paysExpenses ? (
        <ButtonLink href={`/activiteiten/${slug}/onkosten`} tone={hour === 0 ? 'main' : 'quiet'} icon="euro">
          {t('page.expenses')}
        </ButtonLink>
      ) : null}
    </ButtonRow>
  );
}
