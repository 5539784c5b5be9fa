import { useForm } from '@conform-to/react';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { AgendaItems } from '#app/components/evening-report/agenda-items.tsx';
import { WorkCrumbs } from '#app/components/evening/work-crumbs.tsx';
import { ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { CheckboxGroup } from '#app/components/forms/choice-fields.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { FormKey } from '#app/components/forms/hidden-fields.tsx';
import { SelectField } from '#app/components/forms/select-field.tsx';
import { TextAreaField } from '#app/components/forms/text-area-field.tsx';
import { TextField } from '#app/components/forms/text-field.tsx';
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
import { newId } from '#app/kernel/ids.ts';
import { putForward, withdrawItem } from '#app/modules/gatherings/commands/put-forward.server.ts';
import { longestOutcomeWords } from '#app/modules/gatherings/outcome.ts';
import { putForwardForm, seenForm } from '#app/modules/gatherings/outcome-form.ts';
import { agendaItemsOfDesk, bodiesWithAgenda } from '#app/modules/gatherings/queries/agenda-items.query.server.ts';
import { questionsOf } from '#app/modules/gatherings/queries/evening.query.server.ts';
import { workGathering } from '#app/modules/gatherings/queries/organiser.query.server.ts';
import { signedIn } from '#app/modules/people/policy.ts';

export const loader = guardLoader(signedIn, async ({ database, actor, params }) => {
  const gathering = await workGathering(database, actor, params.slug ?? '');
  if (gathering?.access !== 'run') throw notFound();
  const { id, slug, title, state } = gathering;
  return {
    ...{ slug, title },
    mayAsk: state === 'begun' || state === 'closed',
    items: await agendaItemsOfDesk(database, id),
    questions: (await questionsOf(database, id)).map((one) => ({ value: one.id, label: one.text })),
    bodies: await bodiesWithAgenda(database),
    formKey: newId(),
  };
});

export const action = guardAction(signedIn, async ({ database, actor, params, form, context, platform }) => {
  const gathering = await workGathering(database, actor, params.slug ?? '');
  if (gathering?.access !== 'run') throw notFound();
  const gatheringId = gathering.id;
  const mine = signedInContext(context);
  const here = `/ontmoet-werk/${gathering.slug}/agenda`;
  if (formText(form, 'intent') === 'withdraw') {
    const submission = parseForm(form, seenForm);
    if (submission.status !== 'success') throw turnAway(400);
    const back = await withdrawItem({ gatheringId, ...submission.value }, mine);
    return goTo(here, platform, {
      tone: back.ok ? 'success' : 'warning',
      message: back.ok ? 'eveningWork:agenda.withdrawnDone' : refusalMessage('evening', back),
    });
  }
  const submission = parseForm(form, putForwardForm);
  if (submission.status !== 'success') return data(submission.reply(), { status: 422 });
  const asked = await putForward({ gatheringId, ...submission.value }, mine);
  if (asked.ok) return goTo(here, platform, { tone: 'success', message: 'eveningWork:agenda.sent' });
  return data(submission.reply({ formErrors: [refusalMessage('evening', asked)] }), {
    status: refusalStatus(asked.reason),
  });
});

export const meta = pageTitle<typeof loader>((t, { title }) => `${t('eveningWork:agenda.title')}: ${title}`);

export default function AgendaOfWork() {
  const { slug, title, mayAsk, items, questions, bodies, formKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation(['eveningWork', 'evening']);
  const [form, fields] = useForm<{ bodyId: string; title: string; request: string; questionIds: string[] }>({
    id: `inbrengen-${formKey}`,
    lastResult: reply,
    constraint: {
      bodyId: { required: true },
      title: { required: true, maxLength: longestOutcomeWords.itemTitle },
      request: { required: true, maxLength: longestOutcomeWords.request },
    },
  });
  const labels = {
    bodyId: t('agenda.body'),
    title: t('agenda.itemTitle'),
    request: t('agenda.request'),
    questionIds: t('agenda.questions'),
  };
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<WorkCrumbs slug={slug} title={title} />}
        title={t('agenda.title')}
        lead={t('agenda.lead')}
        tone="plain"
      />
      <Section title={t('agenda.all')}>
        {items.length === 0 ? (
          <p>{t('agenda.none')}</p>
        ) : (
          <div className="flex flex-col gap-5">
            {items.map((item) => (
              <div key={item.id}>
                {item.state === 'withdrawn' ? <p className="mb-1 font-semibold">{t('agenda.withdrawn')}</p> : null}
                <AgendaItems items={[item]} />
                {item.state === 'asked' ? (
                  <form method="post" className="mt-2">
                    <input type="hidden" name="id" value={item.id} />
                    <input type="hidden" name="revision" value={item.revision} />
                    <button
                      type="submit"
                      name="intent"
                      value="withdraw"
                      className="button button-text"
                      aria-label={t('agenda.withdrawOf', { title: item.title })}
                    >
                      {t('agenda.withdraw')}
                    </button>
                  </form>
                ) : null}
              </div>
            ))}
          </div>
        )}
      </Section>
      {mayAsk ? (
        <Section title={t('agenda.add')}>
          <FormFrame form={form} labels={labels}>
            <FormKey name="id" value={formKey} />
            <SelectField
              field={fields.bodyId}
              label={labels.bodyId}
              emptyLabel={t('agenda.chooseBody')}
              choices={bodies}
            />
            <TextField field={fields.title} label={labels.title} />
            <TextAreaField field={fields.request} label={labels.request} hint={t('agenda.requestHint')} rows={4} />
            {questions.length === 0 ? null : (
              <CheckboxGroup field={fields.questionIds} label={labels.questionIds} choices={questions} />
            )}
            <ButtonRow>
              <SubmitButton name="intent" value="ask">
                {t('agenda.send')}
              </SubmitButton>
            </ButtonRow>
          </FormFrame>
        </Section>
      ) : (
        <Notice>{t('evening:refusal.not-begun')}</Notice>
      )}
    </Page>
  );
}
