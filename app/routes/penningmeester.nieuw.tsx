import { useForm } from '@conform-to/react';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { RadioCards } from '#app/components/forms/choice-fields.tsx';
import { DateField } from '#app/components/forms/date-field.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { FormKey } from '#app/components/forms/hidden-fields.tsx';
import { TextAreaField } from '#app/components/forms/text-area-field.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { longestBatchText, rails } from '#app/modules/payouts/batch.ts';
import { composeBatch } from '#app/modules/payouts/commands/compose-batch.server.ts';
import { composeForm } from '#app/modules/payouts/form.ts';
import { pays } from '#app/modules/payouts/policy.ts';
import { treasury } from '#app/modules/payouts/queries/treasury.query.server.ts';

export const loader = guardLoader(pays, async ({ database, platform, actor, now, url }) => {
  const { bodies } = await treasury(database, actor, now);
  const wanted = url.searchParams.get('team');
  return {
    bodies: bodies.map(({ id, name }) => ({ id, name })),
    chosen: bodies.find(({ id }) => id === wanted)?.id ?? bodies[0]?.id ?? '',
    today: dayInAmsterdam(now),
    rails: rails.filter((rail) => rail === 'sepa' || platform.stripe !== null),
    formKey: newId(),
  };
});

export const action = guardAction(pays, async ({ form, context, platform }) => {
  const submission = parseForm(form, composeForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const composed = await composeBatch(submission.value, signedInContext(context));
  if (composed.ok)
    return goTo(`/penningmeester/${composed.value}`, platform, { tone: 'success', message: 'payouts:form.composed' });
  const message = refusalMessage('payouts', composed);
  const isAboutDay = composed.reason === 'day-ahead' || composed.reason === 'nothing-to-pay';
  return data(submission.reply(isAboutDay ? { fieldErrors: { until: [message] } } : { formErrors: [message] }), {
    status: refusalStatus(composed.reason),
  });
});

export const meta = pageTitle<typeof loader>((t) => t('payouts:form.title'));

type Fields = { bodyId: string; rail: string; until: string; note: string };

export default function NewBatch() {
  const { bodies, chosen, today, rails: offered, formKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation(['payouts', 'stripeAccount']);
  const [form, fields] = useForm<Fields>({
    id: 'betaling',
    lastResult: reply ?? null,
    defaultValue: { bodyId: chosen, rail: 'sepa', until: today, note: '' },
    constraint: {
      bodyId: { required: true },
      rail: { required: true },
      until: { required: true, max: today },
      note: { maxLength: longestBatchText.note },
    },
  });
  const labels = { bodyId: t('form.body'), rail: t('form.rail'), until: t('form.until'), note: t('form.note') };
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('crumb'), href: '/penningmeester' }]} />}
        title={t('form.title')}
        lead={t('form.lead')}
        tone="plain"
      />
      <FormFrame form={form} labels={labels}>
        <FormKey value={formKey} />
        {bodies.length < 2 ? (
          <input type="hidden" name="bodyId" value={chosen} />
        ) : (
          <RadioCards
            field={fields.bodyId}
            label={labels.bodyId}
            choices={bodies.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        {offered.length < 2 ? (
          <p className="max-w-prose text-ink-soft">{t('stripeAccount:rail.off')}</p>
        ) : (
          <RadioCards
            field={fields.rail}
            label={labels.rail}
            choices={offered.map((rail) => ({
              value: rail,
              label: t(`rail.${rail}`),
              hint: t(`stripeAccount:rail.hint.${rail}`),
            }))}
          />
        )}
        <DateField field={fields.until} label={labels.until} hint={t('form.untilHint')} />
        <TextAreaField field={fields.note} label={labels.note} hint={t('form.noteHint')} rows={2} />
        <ButtonRow>
          <SubmitButton icon="check">{t('form.submit')}</SubmitButton>
        </ButtonRow>
      </FormFrame>
    </Page>
  );
}
