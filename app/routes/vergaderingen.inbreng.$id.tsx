import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Quoting, useWrittenLang, Written } from '#app/components/content/written.tsx';
import { useMeetingWords } from '#app/components/meeting/use-meeting-words.ts';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { withdrawRequest } from '#app/modules/meetings/commands/put-on-agenda.server.ts';
import { moveForm } from '#app/modules/meetings/form.ts';
import { ownRequest } from '#app/modules/meetings/queries/asking.query.server.ts';
import { signedIn } from '#app/modules/people/policy.ts';

export const loader = guardLoader(signedIn, async ({ database, params, context, now }) => {
  const request = await ownRequest(database, signedInContext(context).actor, params.id ?? '');
  if (request === null) throw notFound();
  return { request, isLate: request.state === 'asked' && request.answerBy < dayInAmsterdam(now) };
});

export const action = guardAction(signedIn, async ({ params, form, context, platform }) => {
  const submission = parseForm(form, moveForm);
  if (submission.status !== 'success') throw turnAway(400);
  const id = params.id ?? '';
  const back = await withdrawRequest({ id, ...submission.value }, signedInContext(context));
  if (!back.ok && back.reason === 'request-unknown') throw notFound();
  return goTo(`/vergaderingen/inbreng/${id}`, platform, {
    tone: back.ok ? 'success' : 'warning',
    message: back.ok ? 'meetings:own.withdrawn' : refusalMessage('meetings', back),
  });
});

export const meta = pageTitle<typeof loader>((_t, { request }) => request.title);

export default function OwnRequest() {
  const { request, isLate } = useLoaderData<typeof loader>();
  const { t } = useTranslation('meetings');
  const words = useMeetingWords();
  const lang = useWrittenLang();
  const { title, body, askedAt, answerBy, state, placed, answerText, revision } = request;
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('crumb'), href: '/vergaderingen' }]} />}
        title={<Written>{title}</Written>}
        lead={<Quoting text={t('own.asked', { day: words.day(askedAt), body: body.name })} written={body.name} />}
        tone="plain"
      />
      <Notice tone={isLate ? 'warning' : state === 'asked' ? 'info' : 'success'}>
        {isLate ? t('own.late', { day: words.day(answerBy) }) : t(`own.state.${state}`, { day: words.day(answerBy) })}
      </Notice>
      <p className="max-w-prose break-words whitespace-pre-line" lang={lang}>
        {request.request}
      </p>
      {placed === null ? null : (
        <p>
          {placed.isPublic ? (
            <a href={`/vergaderingen/${placed.slug}`}>
              <Quoting
                text={t('own.placedOn', { title: placed.title, day: words.day(placed.startsAt) })}
                written={placed.title}
              />
            </a>
          ) : (
            t('own.placedOn', { title: placed.title, day: words.day(placed.startsAt) })
          )}
        </p>
      )}
      {answerText === '' ? null : (
        <Section title={t('own.answer')}>
          <p className="max-w-prose break-words whitespace-pre-line" lang={lang}>
            {answerText}
          </p>
        </Section>
      )}
      {state === 'asked' ? (
        <form method="post">
          <input type="hidden" name="revision" value={revision} />
          <button type="submit" className="button button-text">
            {t('own.withdraw')}
          </button>
        </form>
      ) : null}
    </Page>
  );
}
