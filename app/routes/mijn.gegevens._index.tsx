import { useForm } from '@conform-to/react';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#app/components/content/use-formats.ts';
import { ButtonLink, ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { CheckboxField } from '#app/components/forms/choice-fields.tsx';
import { TextField } from '#app/components/forms/text-field.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardLoader, guardSensitiveAction } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, refusalMessage, rejected } from '#app/http/respond.server.ts';
import { clearSession } from '#app/http/session.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { myInitiatives } from '#app/modules/initiatives/queries/my-initiatives.query.server.ts';
import { openStages } from '#app/modules/initiatives/stage.ts';
import { deleteAccount } from '#app/modules/people/commands/delete-account.server.ts';
import { deleteAccountForm } from '#app/modules/people/form.ts';
import { signedIn } from '#app/modules/people/policy.ts';
import { deletionFacts } from '#app/modules/people/queries/deletion.query.server.ts';

export const loader = guardLoader(signedIn, async ({ context, database, now }) => {
  const { actor } = signedInContext(context);
  const [facts, plans] = await Promise.all([deletionFacts(database, actor, now), myInitiatives(database, actor)]);
  return {
    ...facts,
    drafts: plans.filter(({ stage }) => stage === 'draft').length,
    openPlans: plans.filter(({ stage }) => openStages.includes(stage)).length,
    roles: actor.roles.map(({ role, bodyName }) => ({ role, bodyName })),
  };
});

export const action = guardSensitiveAction(signedIn, async ({ form, context, platform }) => {
  const submission = parseForm(form, deleteAccountForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const { confirmation, givesUpUnpaid } = submission.value;
  const deleted = await deleteAccount(
    { confirmation, givesUpUnpaid: givesUpUnpaid === 'on' },
    { ...signedInContext(context), secret: platform.env.sessionSecret },
  );
  if (!deleted.ok && deleted.reason === 'allowance-unpaid')
    return rejected(submission.reply({ fieldErrors: { givesUpUnpaid: [refusalMessage('people', deleted)] } }));
  if (!deleted.ok) return rejected(submission.reply({ formErrors: [refusalMessage('people', deleted)] }));
  return goTo('/', platform, { tone: 'success', message: 'people:data.deleted' }, [await clearSession(platform)]);
});

export const meta = pageTitle<typeof loader>((t) => t('people:data.title'));

export default function MyData() {
  const { drafts, openPlans, openReviews, roles, isLastAdministrator, isSharedInDemo, unpaid } =
    useLoaderData<typeof loader>();
  const { money } = useFormats();
  const { t } = useTranslation('people');
  const [form, fields] = useForm<{ confirmation: string; givesUpUnpaid: string }>({
    id: 'verwijder',
    lastResult: useActionData<typeof action>(),
    constraint: { confirmation: { required: true }, givesUpUnpaid: { required: true } },
  });
  const roleNames = roles.map(({ role, bodyName }) => `${t(`role.${role}`)} (${bodyName})`).join(', ');
  return (
    <Page width="form">
      <PageHeader
        title={t('data.title')}
        lead={t('data.lead')}
        tone="plain"
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('mine.title'), href: '/mijn' }]} />}
      />
      <Section title={t('data.download')}>
        <p className="max-w-prose">{t('data.downloadText')}</p>
        <p className="mt-4">
          <ButtonLink href="/mijn/gegevens/download" icon="download" download>
            {t('data.downloadAction')}
          </ButtonLink>
        </p>
      </Section>
      <Section title={t('data.delete')}>
        {isSharedInDemo ? (
          <Notice>{t('refusal.demo-account-shared')}</Notice>
        ) : isLastAdministrator ? (
          <Notice tone="warning">{t('refusal.last-administrator')}</Notice>
        ) : (
          <>
            <ul className="mb-6 flex max-w-prose list-[square] flex-col gap-2 pl-6">
              <li className="font-bold">{t('data.deleteText')}</li>
              <li>{t('data.deleteGoes')}</li>
              <li>{t('data.deleteStays')}</li>
              {drafts === 0 ? null : <li>{t('data.deleteDrafts', { count: drafts })}</li>}
              {openPlans === 0 ? null : <li>{t('data.deletePlans', { count: openPlans })}</li>}
              {openReviews === 0 ? null : <li>{t('data.deleteReviews', { count: openReviews })}</li>}
              {roles.length === 0 ? null : <li>{t('data.deleteRoles', { roles: roleNames })}</li>}
            </ul>
            {unpaid === 0 ? null : (
              <div className="mb-6">
                <Notice tone="warning" title={t('data.unpaid', { amount: money(unpaid) })}>
                  <p>{t('data.unpaidText')}</p>
                </Notice>
              </div>
            )}
            <FormFrame
              form={form}
              labels={{
                confirmation: t('data.confirmation'),
                givesUpUnpaid: t('data.givesUpUnpaid', { amount: money(unpaid) }),
              }}
            >
              {unpaid === 0 ? null : (
                <CheckboxField
                  field={fields.givesUpUnpaid}
                  label={t('data.givesUpUnpaid', { amount: money(unpaid) })}
                />
              )}
              <TextField
                field={fields.confirmation}
                label={t('data.confirmation')}
                autoComplete="off"
                spellCheck={false}
              />
              <ButtonRow>
                <SubmitButton tone="danger" icon="trash">
                  {t('data.deleteAction')}
                </SubmitButton>
              </ButtonRow>
            </FormFrame>
          </>
        )}
      </Section>
    </Page>
  );
}
