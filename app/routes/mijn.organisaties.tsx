import { useForm } from '@conform-to/react';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { SelectField } from '#app/components/forms/select-field.tsx';
import { TextAreaField } from '#app/components/forms/text-area-field.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { MyMemberships, MyRequests } from '#app/components/people/my-memberships.tsx';
import { RequestsToAnswer } from '#app/components/people/requests-to-answer.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader, type GuardedAction } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, refusalMessage, refusalStatus, refusalText } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import { answerOrganisationRequest } from '#app/modules/people/commands/answer-organisation-request.server.ts';
import { leaveOrganisation } from '#app/modules/people/commands/leave-organisation.server.ts';
import {
  requestOrganisation,
  withdrawOrganisationRequest,
} from '#app/modules/people/commands/request-organisation.server.ts';
import { organisationForm } from '#app/modules/people/form.ts';
import { signedIn } from '#app/modules/people/policy.ts';
import { myOrganisations } from '#app/modules/people/queries/my-organisations.query.server.ts';

const here = '/mijn/organisaties';

export const loader = guardLoader(signedIn, async ({ context, database, platform, now }) => {
  const { actor } = signedInContext(context);
  const view = await myOrganisations(database, actor, now);
  // only where Stripe is set up is there anything to tell it
  const atStripe = platform.stripe === null ? [] : actor.organisations.map(({ slug, name }) => ({ slug, name }));
  return { ...view, atStripe };
});

export const action = guardAction(signedIn, async (args) => {
  switch (args.form.get('intent')) {
    case 'ask':
      return ask(args);
    case 'withdraw':
    case 'leave':
    case 'confirm':
    case 'refuse':
      return press(args);
    default:
      throw turnAway(400);
  }
});

async function ask({ form, context, platform }: GuardedAction) {
  const submission = parseForm(form, organisationForm);
  if (submission.status !== 'success') return data({ reply: submission.reply(), refusal: null }, { status: 422 });
  const asked = await requestOrganisation(submission.value, signedInContext(context));
  if (asked.ok) return goTo(here, platform, { tone: 'success', message: 'people:organisations.asked' });
  const reply = submission.reply({ formErrors: [refusalMessage('people', asked)] });
  return data({ reply, refusal: null }, { status: refusalStatus(asked.reason) });
}

/** The buttons beside what is listed. */
async function press({ form, context, platform, t }: GuardedAction) {
  const mine = signedInContext(context);
  const id = formText(form, 'id');
  const run = {
    withdraw: async () => withdrawOrganisationRequest({ requestId: id }, mine),
    leave: async () => leaveOrganisation({ membershipId: id }, mine),
    confirm: async () => answerOrganisationRequest({ requestId: id, answer: 'confirm' }, mine),
    refuse: async () => answerOrganisationRequest({ requestId: id, answer: 'refuse' }, mine),
  };
  const done = { withdraw: 'withdrawn', leave: 'left', confirm: 'confirmed', refuse: 'refused' };
  const intent = form.get('intent') as keyof typeof run;
  const outcome = await run[intent]();
  if (outcome.ok) return goTo(here, platform, { tone: 'success', message: `people:organisations.${done[intent]}` });
  return data({ reply: null, refusal: refusalText(t, 'people', outcome) }, { status: refusalStatus(outcome.reason) });
}

export const meta = pageTitle<typeof loader>((t) => t('people:organisations.title'));

export default function MyOrganisations() {
  const { memberships, requests, toAnswer, choices, atStripe } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const { t } = useTranslation(['people', 'stripeAccount']);
  const [form, fields] = useForm<{ organisationId: string; note: string }>({
    id: 'organisatie',
    lastResult: outcome?.reply ?? null,
    constraint: { organisationId: { required: true }, note: { maxLength: 500 } },
  });
  const labels = { organisationId: t('organisations.organisation'), note: t('organisations.note') };
  return (
    <Page width="form">
      <PageHeader
        title={t('organisations.title')}
        lead={t('organisations.lead')}
        tone="plain"
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('mine.title'), href: '/mijn' }]} />}
      />
      {outcome?.refusal ? (
        <Notice tone="danger" role="alert">
          {outcome.refusal}
        </Notice>
      ) : null}
      {toAnswer.length === 0 ? null : (
        <Section title={t('organisations.toAnswer')} lead={t('organisations.toAnswerText')}>
          <RequestsToAnswer requests={toAnswer} />
        </Section>
      )}
      <Section title={t('organisations.mine')}>
        <MyMemberships memberships={memberships} />
      </Section>
      {atStripe.length === 0 ? null : (
        <Section title={t('stripeAccount:linkOf')}>
          <ul>
            {atStripe.map(({ slug, name }) => (
              <li key={slug}>
                <a href={`/mijn/organisaties/${slug}/stripe`} className="inline-flex min-h-11 items-center">
                  <Written>{name}</Written>
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {requests.length === 0 ? null : (
        <Section title={t('organisations.waiting')}>
          <MyRequests requests={requests} />
        </Section>
      )}
      <Section title={t('organisations.ask')}>
        <FormFrame form={form} labels={labels}>
          <input type="hidden" name="intent" value="ask" />
          <SelectField
            field={fields.organisationId}
            label={labels.organisationId}
            emptyLabel={t('organisations.choose')}
            choices={choices.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextAreaField field={fields.note} label={labels.note} hint={t('organisations.noteHint')} rows={3} />
          <ButtonRow>
            <SubmitButton>{t('organisations.submit')}</SubmitButton>
          </ButtonRow>
        </FormFrame>
        <p className="mt-6 max-w-prose text-ink-soft">{t('organisations.missing')}</p>
      </Section>
    </Page>
  );
}
