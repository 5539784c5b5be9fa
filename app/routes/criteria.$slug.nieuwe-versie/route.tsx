import { useForm, type SubmissionResult } from '@conform-to/react';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Quoting, Written } from '#app/components/content/written.tsx';
import { ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { formMessage } from '#app/i18n/message.ts';
import type { RefusalOf } from '#app/i18n/texts.ts';
import type { Refused } from '#app/kernel/outcome.ts';
import { writeCriteria } from '#app/modules/scoring/commands/write-criteria.server.ts';
import { criteriaForm, mostCriteria, withoutEmptyCriteria } from '#app/modules/scoring/criteria-form.ts';
import { writesCriteria } from '#app/modules/scoring/policy.ts';
import { criteriaDraft, type CriteriaDraft } from '#app/modules/scoring/queries/criteria-set.query.server.ts';
import {
  CriterionFields,
  criterionConstraint,
  criterionLabels,
  emptyCriterion,
  typedCriterion,
  type TypedCriterion,
} from './criterion-fields.tsx';

export const loader = guardLoader(writesCriteria, async ({ database, actor, params }) => {
  const draft = await criteriaDraft(database, actor, params.slug ?? '');
  if (draft === null) throw notFound();
  return { draft };
});

export const action = guardAction(writesCriteria, async ({ form, params, context, database, platform }) => {
  const slug = params.slug ?? '';
  const submission = parseForm(withoutEmptyCriteria(form), criteriaForm);
  if (submission.status !== 'success') return rejected(withEmptyBlock(submission.reply()));
  const { versionId, revision, criteria } = submission.value;
  const written = await writeCriteria({ setSlug: slug, seen: { versionId, revision }, criteria }, context);
  if (!written.ok) {
    if (written.reason === 'criteria-unknown') throw notFound();
    const reply = submission.reply({ formErrors: [refusalOf(written)] });
    const current = written.reason === 'changed-meanwhile' ? await criteriaDraft(database, context.actor, slug) : null;
    // who saw the message and saves again, replaces what the other wrote
    const seen: Record<string, string> =
      current === null ? {} : { versionId: current.versionId, revision: String(current.revision) };
    return data(withEmptyBlock(reply, seen), { status: refusalStatus(written.reason) });
  }
  const message = formMessage('scoring:flash.criteriaSaved', { version: written.value });
  const here = `/criteria/${slug}`;
  const next = form.get('intent') === 'more' ? `${here}/nieuwe-versie` : `${here}?versie=${String(written.value)}`;
  return goTo(next, platform, { tone: 'success', message });
});

/** Somebody else wrote meanwhile: says where that stands and what saving again does. */
function refusalOf(refusal: Refused<RefusalOf<'scoring'>>): string {
  return refusal.reason === 'changed-meanwhile' ? 'scoring:writeCriteria.changed' : refusalMessage('scoring', refusal);
}

/** The form comes back with an empty block at the end again, for one more criterion. */
function withEmptyBlock(reply: SubmissionResult, seen: Record<string, string> = {}): SubmissionResult {
  const typed = reply.initialValue?.criteria;
  const criteria = [...(Array.isArray(typed) ? typed : []), emptyCriterion];
  return { ...reply, initialValue: { ...reply.initialValue, ...seen, criteria } };
}

export const meta = pageTitle<typeof loader>((t, { draft }) =>
  t('scoring:writeCriteria.title', { title: draft.title }),
);

export default function WriteCriteria() {
  const { draft } = useLoaderData<typeof loader>();
  const { t } = useTranslation('scoring');
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={
          <Breadcrumbs crumbs={[{ label: <Written>{draft.title}</Written>, href: `/criteria/${draft.slug}` }]} />
        }
        eyebrow={<Written>{draft.bodyName}</Written>}
        title={<Quoting text={t('writeCriteria.title', { title: draft.title })} written={draft.title} />}
        lead={t(draft.isDraft ? 'writeCriteria.leadDraft' : 'writeCriteria.leadNew', {
          version: draft.version,
          next: draft.version + 1,
        })}
        tone="plain"
      />
      <CriteriaForm draft={draft} />
    </Page>
  );
}

function CriteriaForm({ draft }: { draft: CriteriaDraft }) {
  const { t } = useTranslation('scoring');
  const { t: translate } = useTranslation();
  const [form, fields] = useForm<{ versionId: string; revision: string; criteria: TypedCriterion[] }>({
    id: 'criteria',
    lastResult: useActionData<typeof action>(),
    constraint: criterionConstraint,
    defaultValue: {
      versionId: draft.versionId,
      revision: String(draft.revision),
      criteria: [...draft.criteria.map(typedCriterion), emptyCriterion],
    },
  });
  const blocks = fields.criteria.getFieldList();
  const isFull = blocks.length > mostCriteria;
  return (
    <FormFrame form={form} labels={criterionLabels(translate, blocks.length)}>
      <input type="hidden" name="versionId" value={fields.versionId.initialValue} />
      <input type="hidden" name="revision" value={fields.revision.initialValue} />
      {blocks.map((block, index) => {
        const isExtra = index === blocks.length - 1;
        return isExtra && isFull ? null : (
          <CriterionFields key={block.key} block={block} index={index} isExtra={isExtra} />
        );
      })}
      <ButtonRow>
        <SubmitButton name="intent" value="save">
          {t('writeCriteria.submit')}
        </SubmitButton>
        <SubmitButton tone="quiet" name="intent" value="more">
          {t('writeCriteria.submitMore')}
        </SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
