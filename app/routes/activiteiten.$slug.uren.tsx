import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { ClaimFrame } from '#app/components/volunteering/claim-frame.tsx';
import { HoursForm } from '#app/components/volunteering/hours-form.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { formMessage } from '#app/i18n/message.ts';
import { dayInAmsterdam, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { durationText } from '#app/kernel/duration-text.ts';
import { newId } from '#app/kernel/ids.ts';
import { formatCents, noMoney } from '#app/kernel/money.ts';
import { amountOf, minutesWithin } from '#app/modules/allowances/allowance-rule.ts';
import { claimHours } from '#app/modules/allowances/commands/claim-hours.server.ts';
import { activityPage, ownPart } from '#app/modules/allowances/queries/activities.query.server.ts';
import { ownCircumstances, ownRoom } from '#app/modules/allowances/queries/own-allowances.query.server.ts';
import { hoursForm } from '#app/modules/allowances/volunteer-form.ts';
import { signedIn } from '#app/modules/people/policy.ts';

export const loader = guardLoader(signedIn, async ({ database, context, params, now }) => {
  const { actor } = signedInContext(context);
  const slug = params.slug ?? '';
  const today = dayInAmsterdam(now);
  const [activity, part] = await Promise.all([activityPage(database, slug), ownPart(database, actor, slug)]);
  if (activity === null || part === null) throw notFound();
  const [room, { turns21On, hasTold }] = await Promise.all([
    ownRoom(database, actor, today),
    ownCircumstances(database, actor, Number(today.slice(0, 4))),
  ]);
  const isYoung = room?.isUnder21 ?? false;
  const hour = isYoung ? activity.hourYoung : activity.hour;
  return {
    activity: { slug, name: activity.name, isOpen: activity.isOpen, paysExpenses: activity.paysExpenses },
    hour,
    pays: hour > noMoney,
    takesPart: part.takesPart !== 'never',
    age: { isYoung, hasTold, turned: !isYoung && turns21On !== null ? turns21On : null },
    room,
    today,
    formKey: newId(),
  };
});

export const action = guardAction(signedIn, async ({ form, context, database, params, platform, locale }) => {
  const own = signedInContext(context);
  const slug = params.slug ?? '';
  const [activity, part] = await Promise.all([activityPage(database, slug), ownPart(database, own.actor, slug)]);
  if (activity === null || part === null) throw notFound();
  const submission = parseForm(form, hoursForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const { formKey, day, minutes, note } = submission.value;
  const line = { personId: own.actor.person.id, day, minutes, note };
  const claimed = await claimHours({ activityId: part.activityId, lines: [line], formKey }, own);
  const room = await ownRoom(database, own.actor, day);
  const hour = room?.isUnder21 === true ? activity.hourYoung : activity.hour;
  if (claimed.ok) {
    const facts = { time: durationText(minutes, locale), amount: formatCents(amountOf(minutes, hour), locale) };
    return goTo('/mijn-vergoedingen', platform, {
      tone: 'success',
      message: formMessage('volunteering:hours.sent', facts),
    });
  }
  const isOver = claimed.reason === 'over-month' || claimed.reason === 'over-year';
  const left = room?.room.left ?? noMoney;
  const time = minutesWithin(left, hour);
  const message = !isOver
    ? refusalMessage('allowances', claimed)
    : time === 0
      ? 'volunteering:claim.overFull'
      : formMessage('volunteering:claim.overHours', {
          left: formatCents(left, locale),
          time: durationText(time, locale),
        });
  return data(submission.reply({ formErrors: [message] }), { status: refusalStatus(claimed.reason) });
});

export const meta = pageTitle<typeof loader>((t, { activity }) => `${t('volunteering:hours.title')}: ${activity.name}`);

export default function Hours() {
  const { activity, hour, pays, takesPart, age, room, today, formKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('volunteering');
  return (
    <ClaimFrame
      activity={activity}
      title={t('hours.title')}
      lead={<Written>{activity.name}</Written>}
      takesPart={takesPart}
      room={room}
      unpaid={
        pays ? null : (
          <Notice title={t('hours.none')}>
            <p>{t('hours.noneText')}</p>
            {activity.paysExpenses ? (
              <ButtonLink href={`/activiteiten/${activity.slug}/onkosten`} tone="quiet">
                {t('page.expenses')}
              </ButtonLink>
            ) : null}
          </Notice>
        )
      }
    >
      <HoursForm hour={hour} today={today} note={<AgeNote age={age} />} formKey={formKey} reply={reply} />
    </ClaimFrame>
  );
}

type AgeNoteProps = { age: { isYoung: boolean; hasTold: boolean; turned: CalendarDate | null } };

/** Whose amounts these are, for who is or was under 21, and where to say so. */
function AgeNote({ age: { isYoung, hasTold, turned } }: AgeNoteProps) {
  const { t, i18n } = useTranslation('volunteering');
  if (isYoung) return <>{t('hours.youngNote')}</>;
  if (turned !== null) return <>{t('hours.turned', { date: dateText(turned, 'day', i18n.language) })}</>;
  if (hasTold) return null;
  return (
    <>
      {t('hours.adultNote')} <a href="/mijn-vergoedingen/over-jou">{t('hours.adultNoteLink')}</a>
    </>
  );
}
