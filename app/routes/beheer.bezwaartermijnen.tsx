import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ObjectionTermForm } from '#app/components/decision/objection-term-form.tsx';
import { ObjectionTermHistory, ObjectionTermsNow } from '#app/components/decision/objection-term-tables.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { ReadingAlong } from '#app/components/people/reading-along.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, refusalMessage, refusalStatus } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { setObjectionTerm } from '#app/modules/decisions/commands/set-objection-term.server.ts';
import { objectionTermForm } from '#app/modules/decisions/objection-form.ts';
import { objectionKinds, termOn } from '#app/modules/decisions/objection-term.ts';
import { objectionTerms } from '#app/modules/decisions/queries/objection-terms.server.ts';
import { administers, readsAdministration } from '#app/modules/people/policy.ts';

export const loader = guardLoader(readsAdministration, async ({ database, actor, now }) => {
  const history = await objectionTerms(database);
  const today = dayInAmsterdam(now);
  return {
    history,
    terms: objectionKinds.map((which) => ({ which, term: termOn(history, which, today) })),
    mayChange: administers(actor).ok,
    formKey: newId(),
  };
});

export const action = guardAction(administers, async ({ form, context, platform }) => {
  const submission = parseForm(form, objectionTermForm);
  if (submission.status !== 'success') return data({ reply: submission.reply() }, { status: 422 });
  const { isToConfirm, ...term } = submission.value;
  const outcome = await setObjectionTerm({ ...term, isToConfirm: isToConfirm === 'on' }, signedInContext(context));
  if (outcome.ok)
    return goTo('/beheer/bezwaartermijnen', platform, { tone: 'success', message: 'decisions:receipt.terms.saved' });
  const formErrors = [refusalMessage('procurement', outcome)];
  return data({ reply: submission.reply({ formErrors }) }, { status: refusalStatus(outcome.reason) });
});

export const meta = pageTitle<typeof loader>((t) => t('decisions:receipt.terms.title'));

export default function ObjectionTerms() {
  const { history, terms, mayChange, formKey } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const { t } = useTranslation(['decisions', 'administration']);
  return (
    <Page>
      <PageHeader
        title={t('receipt.terms.title')}
        lead={t(mayChange ? 'receipt.terms.lead' : 'receipt.terms.leadReading')}
        tone="plain"
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('administration:title'), href: '/beheer' }]} />}
      />
      {mayChange ? null : <ReadingAlong />}
      <Section title={t('receipt.terms.now')}>
        <ObjectionTermsNow now={terms} />
      </Section>
      {mayChange ? (
        <Section title={t('receipt.terms.add')} lead={t('receipt.terms.addLead')}>
          <div className="max-w-form">
            <ObjectionTermForm formKey={formKey} reply={outcome?.reply ?? null} />
          </div>
        </Section>
      ) : null}
      <Section title={t('receipt.terms.history')}>
        <ObjectionTermHistory history={history} />
      </Section>
    </Page>
  );
}
