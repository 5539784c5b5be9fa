import { useForm } from '@conform-to/react';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { useFormats } from '#app/components/content/use-formats.ts';
import { ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { CheckboxGroup } from '#app/components/forms/choice-fields.tsx';
import { DateField } from '#app/components/forms/date-field.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { FormKey } from '#app/components/forms/hidden-fields.tsx';
import { SelectField } from '#app/components/forms/select-field.tsx';
import { TextField } from '#app/components/forms/text-field.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { formMessage } from '#app/i18n/message.ts';
import { addDays, dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { openRound, type OpenRoundRefusal } from '#app/modules/scoring/commands/open-round.server.ts';
import { longest, openRoundForm } from '#app/modules/scoring/form.ts';
import { managesRounds } from '#app/modules/scoring/policy.ts';
import { bodyChoices, roundChoices, type RoundChoices } from '#app/modules/scoring/queries/new-round.query.server.ts';

/** The field that a refusal is about; of the others none. */
const refusedField: Partial<Record<OpenRoundRefusal, keyof Fields>> = {
  'begin-in-the-past': 'opensOn',
  'period-in-the-past': 'closesOn',
  'period-too-long': 'closesOn',
  'criteria-unknown': 'criteriaVersionId',
  'criteria-empty': 'criteriaVersionId',
  'fund-unknown': 'fundId',
  'title-taken': 'title',
  'reviewer-unknown': 'reviewerIds',
};

/** Days that a round runs when nobody says otherwise. */
const usualDays = 21;

export const loader = guardLoader(managesRounds, async ({ database, actor, url, now }) => {
  const slug = url.searchParams.get('team');
  const bodies = await bodyChoices(database, actor);
  if (slug === null) {
    const [only] = bodies;
    if (bodies.length === 1 && only !== undefined) throw redirect(`/beoordeling/rondes/nieuw?team=${only.slug}`);
    return { bodies, choices: null, opensOn: '', closesOn: '', formKey: '' };
  }
  const choices = await roundChoices(database, actor, slug, now);
  if (choices === null) throw notFound();
  const opensOn = dayInAmsterdam(now);
  return { bodies, choices, opensOn, closesOn: addDays(opensOn, usualDays), formKey: newId() };
});

export const action = guardAction(managesRounds, async ({ form, context, platform }) => {
  const submission = parseForm(form, openRoundForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const opened = await openRound(submission.value, context);
  if (!opened.ok) {
    // the first of two posts did it, so this is no mistake
    if (opened.reason === 'already-done') {
      return goTo('/beoordeling', platform, { tone: 'info', message: 'scoring:refusal.already-done' });
    }
    const field = refusedField[opened.reason];
    const mistakes = [refusalMessage('scoring', opened)];
    const reply = submission.reply(
      field === undefined ? { formErrors: mistakes } : { fieldErrors: { [field]: mistakes } },
    );
    return data(reply, { status: refusalStatus(opened.reason) });
  }
  const { roundId, withInterest } = opened.value;
  return goTo(
    `/beoordeling/rondes/${roundId}`,
    platform,
    withInterest === 0
      ? { tone: 'success', message: 'scoring:flash.opened' }
      : { tone: 'warning', message: formMessage('scoring:flash.openedWithInterest', { count: withInterest }) },
  );
});

export const meta = pageTitle<typeof loader>((t) => t('scoring:newRound.title'));

export default function NewRound() {
  const { bodies, choices, ...rest } = useLoaderData<typeof loader>();
  const { t } = useTranslation('scoring');
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('home.title'), href: '/beoordeling' }]} />}
        eyebrow={choices?.body.name}
        title={t('newRound.title')}
        lead={t('newRound.lead')}
        tone="plain"
      />
      {choices === null ? (
        <ChooseTeam bodies={bodies} />
      ) : (
        <>
          {bodies.length > 1 ? (
            <p>
              <a href="/beoordeling/rondes/nieuw" className="inline-block py-2">
                {t('newRound.otherTeam')}
              </a>
            </p>
          ) : null}
          {choices.criteria.length === 0 ? (
            <Notice tone="warning">{t('newRound.criteriaNone')}</Notice>
          ) : (
            <RoundForm choices={choices} {...rest} />
          )}
        </>
      )}
    </Page>
  );
}

function ChooseTeam({ bodies }: { bodies: readonly { slug: string; name: string }[] }) {
  const { t } = useTranslation('scoring');
  return (
    <form method="get" className="flex flex-col gap-5">
      <label htmlFor="team" className="font-bold">
        {t('newRound.chooseTeam')}
      </label>
      <select id="team" name="team" className="input">
        {bodies.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </select>
      <ButtonRow>
        <SubmitButton>{t('newRound.next')}</SubmitButton>
      </ButtonRow>
    </form>
  );
}

type Fields = {
  bodyId: string;
  title: string;
  criteriaVersionId: string;
  opensOn: string;
  closesOn: string;
  minimumReviews: string;
  fundId: string;
  initiativeIds: string[];
  reviewerIds: string[];
};

type RoundFormProps = { choices: RoundChoices; opensOn: string; closesOn: string; formKey: string };

function RoundForm({ choices, opensOn, closesOn, formKey }: RoundFormProps) {
  const { t } = useTranslation('scoring');
  const { money } = useFormats();
  const [form, fields] = useForm<Fields>({
    id: 'ronde',
    lastResult: useActionData<typeof action>(),
    constraint: {
      title: { required: true, maxLength: longest.title },
      criteriaVersionId: { required: true },
      opensOn: { required: true },
      closesOn: { required: true },
      minimumReviews: { required: true },
      fundId: { required: true },
      initiativeIds: { required: true },
      reviewerIds: { required: true },
    },
    defaultValue: {
      criteriaVersionId: choices.criteria[0]?.versionId,
      opensOn,
      closesOn,
      minimumReviews: '3',
      fundId: choices.funds[0]?.id ?? '',
      reviewerIds: [],
      initiativeIds: [],
    },
  });
  const labels = {
    title: t('newRound.name'),
    criteriaVersionId: t('newRound.criteria'),
    opensOn: t('newRound.opensOn'),
    closesOn: t('newRound.closesOn'),
    minimumReviews: t('newRound.minimum'),
    fundId: t('newRound.fund'),
    initiativeIds: t('newRound.plans'),
    reviewerIds: t('newRound.reviewers'),
  };
  return (
    <FormFrame form={form} labels={labels}>
      <FormKey value={formKey} />
      <input type="hidden" name="bodyId" value={choices.body.id} />
      <TextField field={fields.title} label={labels.title} hint={t('newRound.nameHint')} />
      <SelectField
        field={fields.criteriaVersionId}
        label={labels.criteriaVersionId}
        hint={t('newRound.criteriaHint')}
        choices={choices.criteria.map(({ versionId, setTitle, version, criterionCount, isFrozen }) => ({
          value: versionId,
          label: t(isFrozen ? 'newRound.criteriaOption' : 'newRound.criteriaDraft', {
            title: setTitle,
            version,
            count: criterionCount,
          }),
        }))}
      />
      <div className="grid gap-7 sm:grid-cols-2">
        <DateField field={fields.opensOn} label={labels.opensOn} />
        <DateField field={fields.closesOn} label={labels.closesOn} />
      </div>
      <TextField
        field={fields.minimumReviews}
        label={labels.minimumReviews}
        hint={t('newRound.minimumHint')}
        inputMode="numeric"
      />
      <SelectField
        field={fields.fundId}
        label={labels.fundId}
        hint={t('newRound.fundHint')}
        emptyLabel={t('newRound.fundNone')}
        choices={choices.funds.map(({ id, name, available }) => ({
          value: id,
          label: t('newRound.fundOption', { name, amount: money(available) }),
        }))}
      />
      {choices.initiatives.length === 0 ? (
        <Notice tone="warning" title={labels.initiativeIds}>
          {t('newRound.plansNone')}
        </Notice>
      ) : (
        <CheckboxGroup
          field={fields.initiativeIds}
          label={labels.initiativeIds}
          hint={t('newRound.plansHint')}
          choices={choices.initiatives.map(({ id, title, requested, stage, keptOut }) => ({
            value: id,
            label: <Written>{title}</Written>,
            hint: keptOut
              ? t('newRound.planKeptOut', { amount: money(requested) })
              : stage === 'parked'
                ? t('newRound.planParked', { amount: money(requested) })
                : money(requested),
          }))}
        />
      )}
      {choices.reviewers.length === 0 ? (
        <Notice tone="warning" title={labels.reviewerIds}>
          {t('newRound.reviewersNone')}
        </Notice>
      ) : (
        <CheckboxGroup
          field={fields.reviewerIds}
          label={labels.reviewerIds}
          hint={t('newRound.reviewersHint')}
          columns
          choices={choices.reviewers.map(({ personId, name, organisationName }) => ({
            value: personId,
            label: name,
            hint: organisationName ?? t('newRound.resident'),
          }))}
        />
      )}
      <ButtonRow>
        <SubmitButton>{t('newRound.submit')}</SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
