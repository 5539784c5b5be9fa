import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { ReportForm } from '#app/components/evening-report/report-form.tsx';
import { ReportBody } from '#app/components/evening-report/report-view.tsx';
import { WorkCrumbs } from '#app/components/evening/work-crumbs.tsx';
import { SubmitButton } from '#app/components/forms/buttons.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import { publishReport, saveReport } from '#app/modules/gatherings/commands/write-report.server.ts';
import { publishForm, reportForm } from '#app/modules/gatherings/outcome-form.ts';
import { reportDesk } from '#app/modules/gatherings/queries/report.query.server.ts';
import { signedIn } from '#app/modules/people/policy.ts';

export const loader = guardLoader(signedIn, async ({ database, actor, params }) => {
  const desk = await reportDesk(database, actor, params.slug ?? '');
  if (desk === null) throw notFound();
  return { desk };
});

export const action = guardAction(signedIn, async ({ database, actor, params, form, context, platform }) => {
  const desk = await reportDesk(database, actor, params.slug ?? '');
  if (desk === null) throw notFound();
  const gatheringId = desk.id;
  const mine = signedInContext(context);
  const here = `/ontmoet-werk/${desk.shown.gathering.slug}/verslag`;
  if (formText(form, 'intent') === 'publish') {
    const submission = parseForm(form, publishForm);
    if (submission.status !== 'success') throw turnAway(400);
    const published = await publishReport({ gatheringId, ...submission.value }, mine);
    return goTo(here, platform, {
      tone: published.ok ? 'success' : 'warning',
      message: published.ok ? 'eveningWork:report.published' : refusalMessage('eveningPart', published),
    });
  }
  const submission = parseForm(form, reportForm);
  if (submission.status !== 'success') return data(submission.reply(), { status: 422 });
  const saved = await saveReport({ gatheringId, ...submission.value }, mine);
  if (saved.ok) return goTo(here, platform, { tone: 'success', message: 'eveningWork:report.saved' });
  return data(submission.reply({ formErrors: [refusalMessage('eveningPart', saved)] }), {
    status: refusalStatus(saved.reason),
  });
});

export const meta = pageTitle<typeof loader>(
  (t, { desk }) => `${t('eveningWork:report.title')}: ${desk.shown.gathering.title}`,
);

export default function ReportOfWork() {
  const { desk } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('eveningWork');
  const { shown, isClosed, revision, names, typedNames } = desk;
  const { slug, title } = shown.gathering;
  const isOut = shown.publishedAt !== null;
  const named = [...new Set([...shown.names, ...shown.promises.flatMap(({ promiser }) => promiser || [])])];
  return (
    <Page>
      <PageHeader
        breadcrumbs={<WorkCrumbs slug={slug} title={title} />}
        title={t('report.title')}
        lead={t('report.lead')}
        tone="plain"
      />
      <div className="flex max-w-3xl flex-col gap-12">
        {isOut ? (
          <Notice tone="success" title={t('report.isOut')}>
            <p>{t('report.isOutText')}</p>
            <p>
              <a href={`/ontmoet/${slug}/verslag`}>{t('report.toPublic')}</a>
            </p>
          </Notice>
        ) : isClosed ? null : (
          <Notice>{t('report.notYet')}</Notice>
        )}
        <ReportForm desk={desk} reply={reply} />
        <Section title={t('report.names')}>
          {named.length === 0 ? (
            <p>{t('report.namesNone')}</p>
          ) : (
            <>
              <p className="max-w-prose">{t('report.namesText')}</p>
              <ul className="mt-3 flex list-disc flex-col gap-1 pl-5">
                {named.map((name, index) => (
                  <li key={index} className="break-words">
                    <Written>{name}</Written>
                  </li>
                ))}
              </ul>
            </>
          )}
          {typedNames.length === 0 ? null : (
            <div className="mt-4">
              <Notice tone="warning" title={typedNames.join(', ')}>
                {t('report.typedNames')}
              </Notice>
            </div>
          )}
          {isClosed && !isOut ? (
            <form method="post" className="mt-6">
              <p className="mb-4 max-w-prose">{t('report.publishText')}</p>
              <input type="hidden" name="revision" value={revision} />
              <input type="hidden" name="names" value={names} />
              <SubmitButton name="intent" value="publish">
                {t('report.publish')}
              </SubmitButton>
            </form>
          ) : null}
        </Section>
        <Section title={t('report.preview')}>
          <div className="rounded bg-surface p-5 sm:p-6">
            <div className="flex flex-col gap-10">
              <ReportBody report={shown} isOut={false} />
            </div>
          </div>
        </Section>
      </div>
    </Page>
  );
}
