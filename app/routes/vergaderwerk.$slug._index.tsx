import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Facts } from '#app/components/content/facts.tsx';
import { Written } from '#app/components/content/written.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { AgendaItem, numbered } from '#app/components/meeting/agenda-item.tsx';
import { MeetingSteps } from '#app/components/meeting/meeting-steps.tsx';
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
import { goTo, notFound, refusalMessage } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import { moveItem, removeItem } from '#app/modules/meetings/commands/change-agenda.server.ts';
import { moveMeeting } from '#app/modules/meetings/commands/move-meeting.server.ts';
import { beginMinutes } from '#app/modules/meetings/commands/write-minutes.server.ts';
import { cancelForm, itemOrderForm, moveForm } from '#app/modules/meetings/form.ts';
import { plansMeetings, readsMeetings } from '#app/modules/meetings/policy.ts';
import { workMeeting } from '#app/modules/meetings/queries/meeting-work.query.server.ts';
import { minutesToAdopt } from '#app/modules/meetings/queries/minutes-work.query.server.ts';

export const loader = guardLoader(readsMeetings, async ({ database, actor, params, now }) => {
  const meeting = await workMeeting(database, actor, params.slug ?? '', now);
  if (meeting === null || meeting.access === 'member') throw notFound();
  return {
    meeting,
    toAdopt: await minutesToAdopt(database, { bodyId: meeting.body.id, startsAt: meeting.startsAt }),
  };
});

export const action = guardAction(plansMeetings, async ({ database, actor, params, form, context, platform, now }) => {
  const meeting = await workMeeting(database, actor, params.slug ?? '', now);
  if (meeting?.access !== 'work') throw notFound();
  const here = `/vergaderwerk/${meeting.slug}`;
  const meetingId = meeting.id;
  const mine = signedInContext(context);
  const back = async (
    done: Parameters<typeof refusalMessage<'meetingWork'>>[1] | { ok: true },
    message: string,
    to = here,
  ) =>
    goTo(done.ok ? to : here, platform, {
      tone: done.ok ? 'success' : 'warning',
      message: done.ok ? `meetingWork:${message}` : refusalMessage('meetingWork', done),
    });
  switch (formText(form, 'intent')) {
    case 'announced':
    case 'agenda-published': {
      const submission = parseForm(form, moveForm);
      if (submission.status !== 'success') throw turnAway(400);
      const kind = formText(form, 'intent') === 'announced' ? 'announced' : 'agenda-published';
      const moved = await moveMeeting({ meetingId, ...submission.value, to: { kind } }, mine);
      return back(moved, kind === 'announced' ? 'one.announced' : 'one.published');
    }
    case 'cancelled': {
      const submission = parseForm(form, cancelForm);
      if (submission.status !== 'success')
        return goTo(here, platform, { tone: 'warning', message: 'meetingWork:mistake.cancelReason' });
      const { revision, reason } = submission.value;
      const moved = await moveMeeting({ meetingId, revision, to: { kind: 'cancelled', reason } }, mine);
      return back(moved, 'one.cancelled');
    }
    case 'begin': {
      const begun = await beginMinutes({ meetingId }, mine);
      return begun.ok ? goTo(`${here}/verslag`, platform) : back(begun, '');
    }
    case 'up':
    case 'down':
    case 'remove': {
      const submission = parseForm(form, itemOrderForm);
      if (submission.status !== 'success') throw turnAway(400);
      const { id } = submission.value;
      const intent = formText(form, 'intent');
      if (intent === 'remove') return back(await removeItem({ meetingId, id }, mine), 'agenda.removed');
      const direction = intent === 'up' ? 'up' : 'down';
      return back(await moveItem({ meetingId, id, direction }, mine), 'agenda.moved', `${here}#punt-${id}`);
    }
    default:
      throw turnAway(400);
  }
});

export const meta = pageTitle<typeof loader>((_t, { meeting }) => meeting.title);

export default function MeetingOfWork() {
  const { meeting, toAdopt } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['meetingWork', 'meetings']);
  const words = useMeetingWords();
  const { slug, title, body, items, state, access, minutes } = meeting;
  const canChange = access === 'work' && state !== 'cancelled';
  const total = items.reduce((sum, item) => sum + (item.mark === 'removed' ? 0 : item.minutes), 0);
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('crumb'), href: '/vergaderwerk' }]} />}
        eyebrow={<Written>{body.name}</Written>}
        title={<Written>{title}</Written>}
        lead={`${words.when(meeting)} · ${t(`meetings:state.${state}`)}`}
        tone="plain"
        actions={
          <>
            {canChange ? (
              <ButtonLink href={`/vergaderwerk/${slug}/wijzig`} tone="quiet">
                {t('one.change')}
              </ButtonLink>
            ) : null}
            {state === 'concept' ? null : (
              <ButtonLink href={`/vergaderingen/${slug}`} tone="text">
                {t('one.publicPage')}
              </ButtonLink>
            )}
          </>
        }
      />
      {state === 'cancelled' ? (
        <Notice tone="warning" title={t('meetings:cancelledTitle')}>
          <Written>{meeting.cancelReason}</Written>
        </Notice>
      ) : null}
      <MeetingSteps {...meeting} canChange={canChange} />
      <Section
        title={t('agenda.title')}
        action={
          canChange ? (
            <ButtonLink href={`/vergaderwerk/${slug}/agenda/nieuw`} tone="quiet">
              {t('agenda.add')}
            </ButtonLink>
          ) : undefined
        }
      >
        <p className="tabular mb-4 text-ink-soft">{t('agenda.total', { count: total })}</p>
        <ol className="flex flex-col gap-4">
          {numbered(items).map(({ item, number }) => (
            <AgendaItem key={item.id} item={item} number={number}>
              {item.isPreviousMinutes && toAdopt.length > 0 ? (
                <div className="mt-2">
                  <p>{t('one.toAdopt')}</p>
                  <ul>
                    {toAdopt.map((one) => (
                      <li key={one.slug}>
                        <a href={`/vergaderwerk/${one.slug}/verslag`} className="inline-flex min-h-11 items-center">
                          <Written>{one.title}</Written>, {words.day(one.startsAt)}
                        </a>
                      </li>
                    ))}
                  </ul>
                </div>
              ) : null}
              {!canChange || number === null ? null : (
                <form method="post" className="mt-3 flex flex-wrap gap-x-4 gap-y-2">
                  <input type="hidden" name="id" value={item.id} />
                  {(['up', 'down'] as const).map((direction) => (
                    <button
                      key={direction}
                      type="submit"
                      name="intent"
                      value={direction}
                      className="button button-text"
                      aria-label={t(`agenda.${direction}Of`, { title: item.title })}
                    >
                      {t(`agenda.${direction}`)}
                    </button>
                  ))}
                  <a
                    href={`/vergaderwerk/${slug}/agenda/${item.id}`}
                    className="button button-text"
                    aria-label={t('agenda.changeOf', { title: item.title })}
                  >
                    {t('agenda.change')}
                  </a>
                </form>
              )}
            </AgendaItem>
          ))}
        </ol>
      </Section>
      {minutes === null || minutes.versions.length === 0 ? null : (
        <Section title={t('one.versions')}>
          <Facts
            facts={minutes.versions.map((one) => ({
              term: t('one.version', { version: one.version, day: words.day(one.madeAt) }),
              value:
                one.publishedAt === null
                  ? t('one.versionWaiting')
                  : t('one.versionPublished', { day: words.day(one.publishedAt) }),
            }))}
          />
        </Section>
      )}
    </Page>
  );
}
