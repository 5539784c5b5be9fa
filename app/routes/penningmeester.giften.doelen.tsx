import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '#app/components/content/data-table.tsx';
import { Written } from '#app/components/content/written.tsx';
import { SubmitButton } from '#app/components/forms/buttons.tsx';
import { PurposeForm } from '#app/components/giving/purpose-form.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { Section } from '#app/components/page/section.tsx';
import { ReadingAlong } from '#app/components/people/reading-along.tsx';
import { guardAction, guardLoader, type GuardedAction } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { closePurpose, openPurpose } from '#app/modules/donations/commands/set-purpose.server.ts';
import { closePurposeForm, purposeForm } from '#app/modules/donations/form.ts';
import { donutfondsSlug } from '#app/modules/donations/gift.ts';
import { opensPurposes, readsGifts } from '#app/modules/donations/policy.ts';
import { giftsWork, purposeChoices } from '#app/modules/donations/queries/gifts-work.query.server.ts';

export const loader = guardLoader(readsGifts, async ({ database, actor }) => {
  const [{ purposes, mayOpen }, choices] = await Promise.all([giftsWork(database, actor, 1), purposeChoices(database)]);
  return {
    purposes: purposes.map(({ id, name, source, isRunning }) => ({ id, name, source, isRunning })),
    mayOpen,
    choices,
    formKey: newId(),
  };
});

const here = '/penningmeester/giften/doelen';

export const action = guardAction(opensPurposes, async (args) =>
  args.form.has('purposeId') ? stop(args) : open(args),
);

async function open({ form, context, platform }: GuardedAction) {
  const submission = parseForm(form, purposeForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const { bodyId, ...given } = submission.value;
  const opened = await openPurpose({ ...given, bodyId: bodyId === donutfondsSlug ? null : bodyId }, context);
  if (opened.ok) return goTo(here, platform, { tone: 'success', message: 'giftWork:purposes.done' });
  return data(submission.reply({ formErrors: [refusalMessage('giving', opened)] }), {
    status: refusalStatus(opened.reason),
  });
}

async function stop({ form, context, platform }: GuardedAction) {
  const submission = parseForm(form, closePurposeForm);
  if (submission.status !== 'success') throw turnAway(400);
  const closed = await closePurpose(submission.value, context);
  return goTo(
    here,
    platform,
    closed.ok
      ? { tone: 'success', message: 'giftWork:purposes.stopped' }
      : { tone: 'danger', message: refusalMessage('giving', closed) },
  );
}

export const meta = pageTitle<typeof loader>((t) => t('giftWork:purposes.title'));

export default function Purposes() {
  const { purposes, mayOpen, choices, formKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation(['giftWork', 'giving']);
  const isAnythingFree = choices.sources.length > 0 && (choices.isDonutfondsFree || choices.bodies.length > 0);
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('crumb'), href: '/penningmeester/giften' }]} />}
        title={t('purposes.title')}
        lead={t('purposes.lead')}
        tone="plain"
      />
      {mayOpen ? null : <ReadingAlong />}
      {purposes.length === 0 ? (
        <EmptyState title={t('purposes.none')} stampId="geen-doelen">
          <p>{t('purposes.noneText')}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={t('purposes.caption')}
          captionHidden
          rows={purposes}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'to',
              header: t('purposes.to'),
              cell: ({ name }) => (name === null ? t('purposes.donutfonds') : <Written>{name}</Written>),
            },
            { key: 'source', header: t('purposes.source'), cell: ({ source }) => <Written>{source.name}</Written> },
            {
              key: 'state',
              header: t('purposes.state'),
              cell: ({ id, isRunning }) =>
                isRunning && mayOpen ? (
                  <form method="post">
                    <input type="hidden" name="purposeId" value={id} />
                    <SubmitButton tone="quiet">{t('purposes.stop')}</SubmitButton>
                  </form>
                ) : (
                  t(isRunning ? 'purposes.running' : 'purposes.notRunning')
                ),
            },
          ]}
        />
      )}
      {!mayOpen ? null : isAnythingFree ? (
        <Section title={t('purposes.new')}>
          <PurposeForm choices={choices} formKey={formKey} reply={reply} />
        </Section>
      ) : (
        <EmptyState title={t('purposes.noSource')} stampId="geen-bron">
          <p>{t('purposes.noSourceText')}</p>
        </EmptyState>
      )}
    </Page>
  );
}
