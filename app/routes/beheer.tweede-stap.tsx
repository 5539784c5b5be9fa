import { useForm } from '@conform-to/react';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { TextField } from '#app/components/forms/text-field.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Card } from '#app/components/page/card.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { IntentButton } from '#app/components/people/intent-button.tsx';
import { ReadingAlong } from '#app/components/people/reading-along.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader, type GuardedAction } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, refusalStatus, refusalText } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import { resetSecondFactor } from '#app/modules/people/commands/remove-second-factor.server.ts';
import { personForm } from '#app/modules/people/form.ts';
import { administers, readsAdministration } from '#app/modules/people/policy.ts';
import { personByEmail } from '#app/modules/people/queries/administration.query.server.ts';

const here = '/beheer/tweede-stap';

export const loader = guardLoader(readsAdministration, ({ actor }) => ({ mayChange: administers(actor).ok }));

/** The address is posted, so that it stands in no address bar or log. */
export const action = guardAction(administers, async (args) => {
  switch (args.form.get('intent')) {
    case 'search':
      return find(args);
    case 'reset':
      return reset(args);
    default:
      throw turnAway(400);
  }
});

async function find({ form, database, t }: GuardedAction) {
  const submission = parseForm(form, personForm);
  if (submission.status !== 'success')
    return data({ reply: submission.reply(), person: null, refusal: null }, { status: 422 });
  const person = await personByEmail(database, submission.value.email);
  const refusal = person === null ? t('administration:people.unknown') : null;
  return data({ reply: submission.reply(), person, refusal }, { status: person === null ? 404 : 200 });
}

async function reset({ form, context, platform, t }: GuardedAction) {
  const done = await resetSecondFactor({ personId: formText(form, 'id') }, signedInContext(context));
  if (done.ok) return goTo(here, platform, { tone: 'success', message: 'administration:people.done' });
  return data(
    { reply: null, person: null, refusal: refusalText(t, 'administration', done) },
    { status: refusalStatus(done.reason) },
  );
}

export const meta = pageTitle<typeof loader>((t) => t('administration:people.title'));

export default function LostSecondFactor() {
  const { mayChange } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const { t } = useTranslation('administration');
  const [form, fields] = useForm<{ email: string }>({
    id: 'persoon',
    lastResult: outcome?.reply ?? null,
    constraint: { email: { required: true } },
  });
  const person = outcome?.person ?? null;
  return (
    <Page width="form">
      <PageHeader
        title={t('people.title')}
        lead={t(mayChange ? 'people.lead' : 'people.leadReading')}
        tone="plain"
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('title'), href: '/beheer' }]} />}
      />
      {outcome?.refusal ? (
        <Notice tone="danger" role="alert">
          {outcome.refusal}
        </Notice>
      ) : null}
      {person === null ? null : (
        <Card>
          <p className="font-bold">
            {t(person.hasSecondFactor ? 'people.has' : 'people.hasNone', {
              name: person.name === '' ? person.email : person.name,
            })}
          </p>
          {person.hasSecondFactor ? (
            <div className="mt-4">
              <IntentButton
                intent="reset"
                id={person.id}
                label={t('people.reset')}
                about={person.email}
                tone="danger"
              />
            </div>
          ) : null}
        </Card>
      )}
      {mayChange ? (
        <FormFrame form={form} labels={{ email: t('people.email') }}>
          <input type="hidden" name="intent" value="search" />
          <TextField field={fields.email} label={t('people.email')} type="email" autoComplete="off" inputMode="email" />
          <ButtonRow>
            <SubmitButton icon="search">{t('people.search')}</SubmitButton>
          </ButtonRow>
        </FormFrame>
      ) : (
        <ReadingAlong />
      )}
    </Page>
  );
}
