import { useForm } from '@conform-to/react';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '#app/components/content/data-table.tsx';
import { DateText } from '#app/components/content/date-text.tsx';
import { Written } from '#app/components/content/written.tsx';
import { ButtonLink, SubmitButton } from '#app/components/forms/buttons.tsx';
import { DateField } from '#app/components/forms/date-field.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { FormKey } from '#app/components/forms/hidden-fields.tsx';
import { TextField } from '#app/components/forms/text-field.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { openRound } from '#app/modules/portfolios/commands/open-round.server.ts';
import { roundForm } from '#app/modules/portfolios/exercise-form.ts';
import { longestRoundName } from '#app/modules/portfolios/exercise.ts';
import { mayModerate, mayOrganise, organises, readsExercise } from '#app/modules/portfolios/policy.ts';
import { rounds } from '#app/modules/portfolios/queries/exercise.query.server.ts';

export const loader = guardLoader(readsExercise, async ({ database, actor, now }) => ({
  rounds: await rounds(database, dayInAmsterdam(now)),
  mayOpen: mayOrganise(actor).ok,
  mayReadReports: mayModerate(actor).ok,
  formKey: newId(),
}));

export const action = guardAction(organises, async ({ form, context, platform }) => {
  const submission = parseForm(form, roundForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const opened = await openRound(submission.value, signedInContext(context));
  if (opened.ok) return goTo('/ontmoet-werk/oefening', platform, { tone: 'success', message: 'exercise:work.opened' });
  const message = refusalMessage('exercise', opened);
  const reply =
    opened.reason === 'rounds-overlap' ? { fieldErrors: { opensOn: [message] } } : { formErrors: [message] };
  return data(submission.reply(reply), { status: refusalStatus(opened.reason) });
});

export const meta = pageTitle<typeof loader>((t) => t('exercise:work.title'));

export default function ExerciseWork() {
  const { rounds: all, mayOpen, mayReadReports, formKey } = useLoaderData<typeof loader>();
  const { t } = useTranslation('exercise');
  return (
    <Page>
      <PageHeader
        title={t('work.title')}
        lead={t('work.lead')}
        tone="plain"
        actions={
          mayReadReports ? (
            <ButtonLink href="/ontmoet-werk/meldingen" tone="quiet" icon="flag">
              {t('work.reports')}
            </ButtonLink>
          ) : undefined
        }
      />
      <Section title={t('work.list')}>
        {all.length === 0 ? (
          <p className="text-ink-soft">{t('work.none')}</p>
        ) : (
          <DataTable
            caption={t('work.list')}
            captionHidden
            rows={all}
            rowKey={({ id }) => id}
            columns={[
              { key: 'name', header: t('work.column.name'), cell: ({ name }) => <Written>{name}</Written> },
              {
                key: 'days',
                header: t('work.column.days'),
                cell: ({ opensOn, closesOn }) => (
                  <>
                    <DateText value={opensOn} format="short" /> – <DateText value={closesOn} format="short" />
                  </>
                ),
              },
              { key: 'state', header: t('work.column.state'), cell: ({ state }) => t(`work.state.${state}`) },
              {
                key: 'portfolios',
                header: t('work.column.portfolios'),
                cell: ({ portfolios }) => portfolios,
                numeric: true,
              },
              { key: 'matches', header: t('work.column.matches'), cell: ({ matches }) => matches, numeric: true },
            ]}
          />
        )}
      </Section>
      {mayOpen ? (
        <Section title={t('work.new')}>
          <RoundForm formKey={formKey} />
        </Section>
      ) : null}
    </Page>
  );
}

function RoundForm({ formKey }: { formKey: string }) {
  const { t } = useTranslation('exercise');
  const [form, fields] = useForm<{ name: string; opensOn: string; closesOn: string }>({
    id: 'ronde',
    lastResult: useActionData<typeof action>(),
    constraint: {
      name: { required: true, maxLength: longestRoundName },
      opensOn: { required: true },
      closesOn: { required: true },
    },
  });
  const labels = { name: t('work.name'), opensOn: t('work.opensOn'), closesOn: t('work.closesOn') };
  return (
    <div className="max-w-xl">
      <FormFrame form={form} labels={labels}>
        <FormKey value={formKey} />
        <TextField field={fields.name} label={labels.name} hint={t('work.nameHint')} autoComplete="off" />
        <DateField field={fields.opensOn} label={labels.opensOn} />
        <DateField field={fields.closesOn} label={labels.closesOn} />
        <div>
          <SubmitButton>{t('work.open')}</SubmitButton>
        </div>
      </FormFrame>
    </div>
  );
}
