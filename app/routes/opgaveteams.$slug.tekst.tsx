import { useForm } from '@conform-to/react';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Quoting, Written } from '#app/components/content/written.tsx';
import { ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { TextAreaField } from '#app/components/forms/text-area-field.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { ReadingAlong } from '#app/components/people/reading-along.tsx';
import { Wordings } from '#app/components/programme/wordings.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { writeBodyText } from '#app/modules/programme/commands/write-body-text.server.ts';
import { bodyTextForm, longestRemit } from '#app/modules/programme/form.ts';
import { readsTexts, writesTexts } from '#app/modules/programme/policy.ts';
import { bodyTextView } from '#app/modules/programme/queries/body-texts.query.server.ts';

export const loader = guardLoader(readsTexts, async ({ database, actor, params }) => {
  const body = await bodyTextView(database, actor, params.slug ?? '');
  if (body === null) throw notFound();
  return { body };
});

export const action = guardAction(writesTexts, async ({ form, params, context, database, platform }) => {
  const slug = params.slug ?? '';
  const submission = parseForm(form, bodyTextForm);
  if (submission.status !== 'success') return data({ reply: submission.reply(), theirs: null }, { status: 422 });
  const written = await writeBodyText({ bodySlug: slug, ...submission.value }, signedInContext(context));
  if (written.ok) return goTo(`/opgaveteams/${slug}`, platform, { tone: 'success', message: 'programme:texts.saved' });
  if (written.reason === 'body-unknown' || written.reason === 'role-needed') throw notFound();
  const reply = submission.reply({ formErrors: [refusalMessage('programme', { ...written, reason: written.reason })] });
  const current = written.reason === 'changed-meanwhile' ? await bodyTextView(database, context.actor, slug) : null;
  if (current === null) return data({ reply, theirs: null }, { status: refusalStatus(written.reason) });
  // what was typed stays; saving again is then a choice made with the other's text in sight
  const seen = { ...reply, initialValue: { ...reply.initialValue, revision: String(current.revision) } };
  const theirs = { remit: current.remit, remitEn: current.remitEn };
  return data({ reply: seen, theirs }, { status: refusalStatus(written.reason) });
});

export const meta = pageTitle<typeof loader>((t, { body }) => t('programme:texts.title', { name: body.name }));

export default function BodyText() {
  const { body } = useLoaderData<typeof loader>();
  const { t } = useTranslation('programme');
  return (
    <Page width="form">
      <PageHeader
        title={<Quoting text={t('texts.title', { name: body.name })} written={body.name} />}
        lead={t('texts.lead')}
        tone="plain"
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { label: t('desk.title'), href: '/redactie' },
              { label: <Written>{body.name}</Written>, href: `/opgaveteams/${body.slug}` },
            ]}
          />
        }
      />
      {body.mayWrite ? <TextForm body={body} /> : <ReadingAlong />}
      <Wordings wordings={body.wordings} />
    </Page>
  );
}

function TextForm({ body }: { body: { revision: number; remit: string; remitEn: string } }) {
  const outcome = useActionData<typeof action>();
  const { t } = useTranslation('programme');
  const text = { required: true, maxLength: longestRemit };
  const [form, fields] = useForm<{ revision: string; remit: string; remitEn: string }>({
    id: 'tekst',
    lastResult: outcome?.reply ?? null,
    constraint: { remit: text, remitEn: text },
    defaultValue: { revision: String(body.revision), remit: body.remit, remitEn: body.remitEn },
  });
  const labels = { remit: t('texts.remit'), remitEn: t('texts.remitEn'), revision: t('texts.revision') };
  const theirs = outcome?.theirs ?? null;
  return (
    <FormFrame form={form} labels={labels}>
      {theirs === null ? null : (
        <Notice tone="warning" title={t('texts.theirs')}>
          <p lang="nl">{theirs.remit}</p>
          <p lang="en">{theirs.remitEn}</p>
        </Notice>
      )}
      <input type="hidden" name="revision" value={fields.revision.initialValue} />
      <TextAreaField field={fields.remit} label={labels.remit} hint={t('texts.hint')} />
      <TextAreaField field={fields.remitEn} label={labels.remitEn} hint={t('texts.hintEn')} />
      <ButtonRow>
        <SubmitButton>{t('texts.save')}</SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
