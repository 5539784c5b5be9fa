import { useForm } from '@conform-to/react';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DueDate } from '#app/components/content/due-date.tsx';
import { useWrittenLang, Written } from '#app/components/content/written.tsx';
import { ButtonLink, ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { FormKey } from '#app/components/forms/hidden-fields.tsx';
import { SelectField } from '#app/components/forms/select-field.tsx';
import { TextAreaField } from '#app/components/forms/text-area-field.tsx';
import { TextField } from '#app/components/forms/text-field.tsx';
import { useMeetingWords } from '#app/components/meeting/use-meeting-words.ts';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { newId } from '#app/kernel/ids.ts';
import {
  answerRequest,
  placeGatheringItem,
  placeRequest,
} from '#app/modules/meetings/commands/put-on-agenda.server.ts';
import { answerForm, placeForm } from '#app/modules/meetings/form.ts';
import { longestMeetingText } from '#app/modules/meetings/meeting.ts';
import { plansMeetings, readsMeetings } from '#app/modules/meetings/policy.ts';
import { comingMeetings } from '#app/modules/meetings/queries/meeting-work.query.server.ts';
import { requestToAnswer } from '#app/modules/meetings/queries/requests.query.server.ts';

export const loader = guardLoader(readsMeetings, async ({ database, actor, params, now }) => {
  const request = await requestToAnswer(database, actor, params.id ?? '', now);
  if (request === null) throw notFound();
  return { request, meetings: await comingMeetings(database, request.body.id, now), formKey: newId() };
});

export const action = guardAction(plansMeetings, async ({ database, actor, params, form, context, platform, now }) => {
  const request = await requestToAnswer(database, actor, params.id ?? '', now);
  if (request?.access !== 'work') throw notFound();
  const { id, kind } = request;
  const mine = signedInContext(context);
  const here = `/vergaderwerk/inbreng/${id}`;
  if (formText(form, 'intent') === 'answer' && kind === 'request') {
    const submission = parseForm(form, answerForm);
    if (submission.status !== 'success') return rejected(submission.reply());
    const answered = await answerRequest({ id, ...submission.value }, mine);
    if (answered.ok) return goTo(here, platform, { tone: 'success', message: 'meetingWork:request.sent' });
    return data(submission.reply({ formErrors: [refusalMessage('meetings', answered)] }), {
      status: refusalStatus(answered.reason),
    });
  }
  const submission = parseForm(form, placeForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const { revision, formKey: itemId, meetingId, minutes } = submission.value;
  const place = { id, meetingId, itemId, minutes };
  const placed = await (kind === 'request'
    ? placeRequest({ ...place, revision }, mine)
    : placeGatheringItem(place, mine));
  if (placed.ok) return goTo(here, platform, { tone: 'success', message: 'meetingWork:request.placed' });
  return data(submission.reply({ formErrors: [refusalMessage('meetings', placed)] }), {
    status: refusalStatus(placed.reason),
  });
});

export const meta = pageTitle<typeof loader>((_t, { request }) => request.title);

export default function RequestOfDesk() {
  const { request, meetings, formKey } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['meetingWork', 'meetings']);
  const words = useMeetingWords();
  const lang = useWrittenLang();
  const { id, kind, title, body, from, askedAt, answerBy, isLate, state, placed, wished, answerText, revision } =
    request;
  const canAct = request.access === 'work' && !request.isOwn;
  // an evening's request may still be placed after it was answered at its own desk
  const canPlace = canAct && placed === null && (state === 'asked' || kind === 'gathering');
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('crumb'), href: '/vergaderwerk' }]} />}
        title={<Written>{title}</Written>}
        lead={<Written>{t('request.asked', { day: words.day(askedAt), body: body.name })}</Written>}
        tone="plain"
      />
      <div className="flex flex-col gap-2">
        {from === null ? null : from.kind === 'resident' ? (
          <p>{t('meetings:from.resident')}</p>
        ) : (
          <p>
            <Written>{t(`meetings:from.${from.kind}`, { name: from.name })}</Written>
          </p>
        )}
        <p className="max-w-prose break-words whitespace-pre-line" lang={lang}>
          {request.request}
        </p>
        {wished === null ? null : <p className="text-ink-soft">{t('request.wished', { title: wished.title })}</p>}
        {answerBy === null || state !== 'asked' ? null : <DueDate due={{ on: answerBy, isLate }} />}
      </div>
      {placed === null ? null : (
        <Notice tone="success">
          <a href={`/vergaderwerk/${placed.slug}`}>
            {t('request.placedOn', { title: placed.title, day: words.day(placed.startsAt) })}
          </a>
        </Notice>
      )}
      {answerText === '' ? null : (
        <Section title={t('request.answer')}>
          <p className="max-w-prose break-words whitespace-pre-line" lang={lang}>
            {answerText}
          </p>
        </Section>
      )}
      {request.isOwn && state === 'asked' ? <Notice>{t('request.own')}</Notice> : null}
      {request.access === 'read' && state === 'asked' ? <Notice>{t('request.readOnly')}</Notice> : null}
      {canPlace ? (
        <Section title={t('request.place')}>
          <p className="mb-4 max-w-prose">{t(kind === 'gathering' ? 'request.placeEvening' : 'request.placeText')}</p>
          {kind === 'gathering' ? (
            <p className="mb-4">
              <a href={`/agendapunten/${id}`} className="inline-flex min-h-11 items-center">
                {t('request.toDesk')}
              </a>
            </p>
          ) : null}
          {meetings.length === 0 ? (
            <>
              <p className="mb-3">{t('request.noMeeting')}</p>
              <ButtonLink href={`/vergaderwerk/nieuw?team=${body.slug}`} tone="quiet">
                {t('new')}
              </ButtonLink>
            </>
          ) : (
            <PlaceForm revision={revision} formKey={formKey} meetings={meetings} />
          )}
        </Section>
      ) : null}
      {canAct && kind === 'request' && state === 'asked' ? (
        <Section title={t('request.answerTitle')}>
          <AnswerForm revision={revision} />
        </Section>
      ) : null}
    </Page>
  );
}

type PlaceFormProps = {
  revision: number;
  formKey: string;
  meetings: readonly { id: string; title: string; startsAt: Date }[];
};

function PlaceForm({ revision, formKey, meetings }: PlaceFormProps) {
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('meetingWork');
  const words = useMeetingWords();
  const [form, fields] = useForm<{ meetingId: string; minutes: string; text: string }>({
    id: 'plaatsen',
    lastResult: reply?.initialValue?.text === undefined ? reply : undefined,
    constraint: { meetingId: { required: true }, minutes: { required: true } },
    defaultValue: { minutes: '15', meetingId: meetings.length === 1 ? meetings[0]?.id : '' },
  });
  const labels = { meetingId: t('request.meeting'), minutes: t('agenda.minutes') };
  return (
    <FormFrame form={form} labels={labels}>
      <input type="hidden" name="revision" value={revision} />
      <FormKey value={formKey} />
      <SelectField
        field={fields.meetingId}
        label={labels.meetingId}
        emptyLabel={t('request.chooseMeeting')}
        choices={meetings.map(({ id, title, startsAt }) => ({ value: id, label: `${title} (${words.day(startsAt)})` }))}
      />
      <TextField field={fields.minutes} label={labels.minutes} inputMode="numeric" autoComplete="off" />
      <ButtonRow>
        <SubmitButton name="intent" value="place">
          {t('request.place')}
        </SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}

function AnswerForm({ revision }: { revision: number }) {
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('meetingWork');
  const [form, fields] = useForm<{ text: string }>({
    id: 'antwoord',
    lastResult: reply?.initialValue?.text === undefined ? undefined : reply,
    constraint: { text: { required: true, maxLength: longestMeetingText.answer } },
  });
  return (
    <FormFrame form={form} labels={{ text: t('request.answer') }}>
      <input type="hidden" name="revision" value={revision} />
      <TextAreaField field={fields.text} label={t('request.answer')} hint={t('request.answerHint')} rows={5} />
      <ButtonRow>
        <SubmitButton name="intent" value="answer" tone="quiet">
          {t('request.send')}
        </SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
