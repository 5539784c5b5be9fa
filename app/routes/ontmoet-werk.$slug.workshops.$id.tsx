import { useForm } from '@conform-to/react';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { WorkCrumbs } from '#app/components/evening/work-crumbs.tsx';
import { ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { RadioCards } from '#app/components/forms/choice-fields.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { TextAreaField } from '#app/components/forms/text-area-field.tsx';
import { TextField } from '#app/components/forms/text-field.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { removeWorkshop, saveWorkshop } from '#app/modules/gatherings/commands/change-workshops.server.ts';
import { longestOutcomeWords, workshopTurns } from '#app/modules/gatherings/outcome.ts';
import { workshopForm } from '#app/modules/gatherings/outcome-form.ts';
import { workGathering } from '#app/modules/gatherings/queries/organiser.query.server.ts';
import { workshopToChange } from '#app/modules/gatherings/queries/workshop-to-change.query.server.ts';
import { signedIn } from '#app/modules/people/policy.ts';

const newOne = 'nieuw';

export const loader = guardLoader(signedIn, async ({ database, actor, params }) => {
  const gathering = await workGathering(database, actor, params.slug ?? '');
  if (gathering?.access !== 'run') throw notFound();
  const { id: gatheringId, slug, title } = gathering;
  if (params.id === newOne)
    return {
      slug,
      title,
      id: newId(),
      revision: 0,
      filledIn: { turn: '1', title: '', about: '', room: '', capacity: '' },
    };
  const workshop = await workshopToChange(database, { gatheringId, id: params.id ?? '' });
  if (workshop === null) throw notFound();
  const { id, revision, turn, capacity, ...words } = workshop;
  return { slug, title, id, revision, filledIn: { ...words, turn: String(turn), capacity: String(capacity) } };
});

export const action = guardAction(signedIn, async ({ database, actor, params, form, context, platform }) => {
  const gathering = await workGathering(database, actor, params.slug ?? '');
  if (gathering?.access !== 'run') throw notFound();
  const gatheringId = gathering.id;
  const back = `/ontmoet-werk/${gathering.slug}/workshops`;
  if (formText(form, 'intent') === 'remove') {
    const removed = await removeWorkshop({ gatheringId, id: formText(form, 'id') }, signedInContext(context));
    return goTo(back, platform, {
      tone: removed.ok ? 'success' : 'warning',
      message: removed.ok ? 'eveningWork:workshops.removed' : refusalMessage('evening', removed),
    });
  }
  const submission = parseForm(form, workshopForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const { id, revision, ...content } = submission.value;
  const saved = await saveWorkshop({ gatheringId, id, revision, content }, signedInContext(context));
  if (saved.ok) return goTo(back, platform, { tone: 'success', message: 'eveningWork:workshops.saved' });
  return data(submission.reply({ formErrors: [refusalMessage('evening', saved)] }), {
    status: refusalStatus(saved.reason),
  });
});

export const meta = pageTitle<typeof loader>((t, { revision }) =>
  t(revision === 0 ? 'eveningWork:workshops.newTitle' : 'eveningWork:workshops.changeTitle'),
);

export default function ChangeWorkshop() {
  const { slug, title, id, revision, filledIn } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('eveningWork');
  const [form, fields] = useForm<typeof filledIn>({
    id: 'workshop',
    lastResult: reply,
    constraint: {
      title: { required: true, maxLength: longestOutcomeWords.workshopTitle },
      about: { maxLength: longestOutcomeWords.workshopAbout },
      room: { maxLength: longestOutcomeWords.room },
      capacity: { required: true },
      turn: { required: true },
    },
    defaultValue: filledIn,
  });
  const labels = {
    turn: t('workshops.turnLabel'),
    title: t('workshops.titleLabel'),
    about: t('workshops.about'),
    room: t('workshops.room'),
    capacity: t('workshops.capacity'),
  };
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={
          <WorkCrumbs
            slug={slug}
            title={title}
            under={{ label: t('workshops.title'), href: `/ontmoet-werk/${slug}/workshops` }}
          />
        }
        title={t(revision === 0 ? 'workshops.newTitle' : 'workshops.changeTitle')}
        tone="plain"
      />
      <FormFrame form={form} labels={labels}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="revision" value={revision} />
        <TextField field={fields.title} label={labels.title} />
        {revision === 0 ? (
          <RadioCards
            field={fields.turn}
            label={labels.turn}
            choices={workshopTurns.map((turn) => ({ value: String(turn), label: t('workshops.turn', { turn }) }))}
          />
        ) : (
          <input type="hidden" name="turn" value={filledIn.turn} />
        )}
        <TextAreaField field={fields.about} label={labels.about} rows={3} />
        <TextField field={fields.room} label={labels.room} />
        <TextField field={fields.capacity} label={labels.capacity} inputMode="numeric" />
        <ButtonRow>
          <SubmitButton name="intent" value="save">
            {t('workshops.save')}
          </SubmitButton>
        </ButtonRow>
      </FormFrame>
      {revision === 0 ? null : (
        <form method="post">
          <input type="hidden" name="id" value={id} />
          <SubmitButton tone="danger" name="intent" value="remove">
            {t('workshops.remove')}
          </SubmitButton>
        </form>
      )}
    </Page>
  );
}
