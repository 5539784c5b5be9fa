import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { ReadingAlong } from '#app/components/people/reading-along.tsx';
import { LimitForm } from '#app/components/procurement/limit-form.tsx';
import { KindTable, LimitHistory, LimitsNow } from '#app/components/procurement/limit-tables.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, refusalMessage, refusalStatus } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { administers, readsAdministration } from '#app/modules/people/policy.ts';
import { setLimit } from '#app/modules/procurement/commands/set-limit.server.ts';
import { limitForm } from '#app/modules/procurement/form.ts';
import { kindList, limitsView } from '#app/modules/procurement/queries/administration.query.server.ts';

export const loader = guardLoader(readsAdministration, async ({ database, actor, now }) => ({
  ...(await limitsView(database, now)),
  kinds: await kindList(database),
  mayChange: administers(actor).ok,
  formKey: newId(),
}));

export const action = guardAction(administers, async ({ form, context, platform }) => {
  const submission = parseForm(form, limitForm);
  if (submission.status !== 'success') return data({ reply: submission.reply() }, { status: 422 });
  const { isToConfirm, ...limit } = submission.value;
  const outcome = await setLimit({ ...limit, isToConfirm: isToConfirm === 'on' }, signedInContext(context));
  if (outcome.ok)
    return goTo('/beheer/inkoopgrenzen', platform, { tone: 'success', message: 'procurement:limits.saved' });
  const formErrors = [refusalMessage('procurement', outcome)];
  return data({ reply: submission.reply({ formErrors }) }, { status: refusalStatus(outcome.reason) });
});

export const meta = pageTitle<typeof loader>((t) => t('procurement:limits.title'));

export default function ProcurementLimits() {
  const { now, history, kinds, mayChange, formKey } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const { t } = useTranslation(['procurement', 'administration']);
  return (
    <Page>
      <PageHeader
        title={t('limits.title')}
        lead={t(mayChange ? 'limits.lead' : 'limits.leadReading')}
        tone="plain"
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('administration:title'), href: '/beheer' }]} />}
      />
      {mayChange ? null : <ReadingAlong />}
      <Section title={t('limits.now')} lead={t('limits.vat')}>
        <LimitsNow now={now} />
      </Section>
      {mayChange ? (
        <Section title={t('limits.add')} lead={t('limits.addLead')}>
          <div className="max-w-form">
            <LimitForm formKey={formKey} reply={outcome?.reply ?? null} />
          </div>
        </Section>
      ) : null}
      <Section title={t('limits.history')}>
        <LimitHistory history={history} />
      </Section>
      <Section title={t('kinds.title')} lead={t('kinds.lead')}>
        <div className="flex flex-col gap-5">
          <KindTable kinds={kinds} />
          {mayChange ? (
            <p>
              <ButtonLink href="/beheer/inkoopgrenzen/soorten/nieuw" tone="quiet" icon="plus">
                {t('kinds.add')}
              </ButtonLink>
            </p>
          ) : null}
        </div>
      </Section>
    </Page>
  );
}
