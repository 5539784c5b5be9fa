import { useForm } from '@conform-to/react';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { CheckboxGroup, RadioCards } from '#app/components/forms/choice-fields.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { FormKey } from '#app/components/forms/hidden-fields.tsx';
import { TextField } from '#app/components/forms/text-field.tsx';
import { useGatheringWords } from '#app/components/gathering/use-gathering-words.ts';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { walkIn } from '#app/modules/gatherings/commands/mark-at-door.server.ts';
import { walkInForm } from '#app/modules/gatherings/form.ts';
import { workGathering } from '#app/modules/gatherings/queries/organiser.query.server.ts';
import { comesAsChoices } from '#app/modules/gatherings/registration.ts';
import { spokenLanguages } from '#app/modules/people/person.ts';
import { signedIn } from '#app/modules/people/policy.ts';

export const loader = guardLoader(signedIn, async ({ database, actor, params }) => {
  const gathering = await workGathering(database, actor, params.slug ?? '');
  if (gathering === null || gathering.access === 'read') throw notFound();
  return { slug: gathering.slug, title: gathering.title, formKey: newId() };
});

export const action = guardAction(signedIn, async ({ database, actor, params, form, context, platform }) => {
  const gathering = await workGathering(database, actor, params.slug ?? '');
  if (gathering === null) throw notFound();
  const submission = parseForm(form, walkInForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const secret = platform.env.sessionSecret;
  const order = { gatheringId: gathering.id, ...submission.value };
  const entered = await walkIn(order, { ...signedInContext(context), secret });
  if (entered.ok)
    return goTo(`/ontmoet-werk/${gathering.slug}/deur`, platform, {
      tone: 'success',
      message: 'gatheringWork:door.walkInDone',
    });
  return data(submission.reply({ formErrors: [refusalMessage('gatheringWork', entered)] }), {
    status: refusalStatus(entered.reason),
  });
});

export const meta = pageTitle<typeof loader>((t) => t('gatheringWork:door.walkInTitle'));

export default function WalkInPage() {
  const { slug, title, formKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation(['gatheringWork', 'gatherings']);
  const words = useGatheringWords();
  const [form, fields] = useForm<{ name: string; comesAs: string; languages: string[] }>({
    id: 'binnenloper',
    lastResult: reply,
    constraint: { name: { required: true, maxLength: 80 }, comesAs: { required: true } },
    defaultValue: { comesAs: 'resident', languages: ['nl'] },
  });
  const labels = { name: t('door.walkInName'), comesAs: t('door.walkInAs'), languages: t('door.walkInLanguages') };
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { label: <Written>{title}</Written>, href: `/ontmoet-werk/${slug}` },
              { label: t('door.title'), href: `/ontmoet-werk/${slug}/deur` },
            ]}
          />
        }
        title={t('door.walkInTitle')}
        lead={t('door.walkInLead')}
        tone="plain"
      />
      <FormFrame form={form} labels={labels}>
        <FormKey value={formKey} />
        <TextField field={fields.name} label={labels.name} autoComplete="off" />
        <ButtonRow>
          <SubmitButton>{t('door.walkInSubmit')}</SubmitButton>
        </ButtonRow>
        <RadioCards
          field={fields.comesAs}
          label={labels.comesAs}
          choices={comesAsChoices.map((value) => ({
            value,
            label: t(`gatherings:register.comesAsChoices.${value}`),
          }))}
        />
        <CheckboxGroup
          field={fields.languages}
          label={labels.languages}
          choices={spokenLanguages.map((value) => ({ value, label: words.language(value) }))}
          columns
        />
      </FormFrame>
    </Page>
  );
}
