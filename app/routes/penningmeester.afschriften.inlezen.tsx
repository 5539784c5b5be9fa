import { useForm } from '@conform-to/react';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { FileField } from '#app/components/forms/file-field.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { guardLoader, guardUploadAction } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { goTo, refusalStatus, refusalText } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { readUpload } from '#app/http/upload.server.ts';
import { formMessage } from '#app/i18n/message.ts';
import { importStatement } from '#app/modules/payouts/commands/import-statement.server.ts';
import { hearsTheBank } from '#app/modules/payouts/policy.ts';
import { batchesAtTheBank } from '#app/modules/payouts/queries/example-statement.query.server.ts';

const list = '/penningmeester/afschriften';

export const loader = guardLoader(hearsTheBank, async ({ database, actor, platform }) => ({
  examples: platform.env.mode === 'demo' ? await batchesAtTheBank(database, actor) : [],
}));

export const action = guardUploadAction(hearsTheBank, async ({ request, context, platform, t }) => {
  const outcome = await readUpload(request, 'file', async (bytes) =>
    importStatement(bytes, { ...signedInContext(context), keys: platform.env.bankKeys }),
  );
  if (outcome === null) return data({ refusal: t('statements:read.none') }, { status: 422 });
  if (!outcome.ok)
    return data({ refusal: refusalText(t, 'statements', outcome) }, { status: refusalStatus(outcome.reason) });
  const { taken, settled, returned, waiting } = outcome.value;
  return taken === 0
    ? goTo(list, platform, { tone: 'info', message: 'statements:done.known' })
    : goTo(list, platform, {
        tone: waiting === 0 ? 'success' : 'warning',
        message: formMessage('statements:done.new', { settled, returned, waiting }),
      });
});

export const meta = pageTitle<typeof loader>((t) => t('statements:read.title'));

export default function ReadStatement() {
  const { examples } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation('statements');
  const [form, fields] = useForm<{ file: string }>({ id: 'afschrift', constraint: { file: { required: true } } });
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { label: t('crumb'), href: '/penningmeester' },
              { label: t('title'), href: list },
            ]}
          />
        }
        title={t('read.title')}
        lead={t('read.lead')}
        tone="plain"
      />
      {answer === undefined ? null : (
        <Notice tone="danger" role="alert" title={t('read.refused')}>
          {answer.refusal}
        </Notice>
      )}
      <FormFrame form={form} labels={{ file: t('read.file') }} withFiles>
        <FileField
          field={fields.file}
          label={t('read.file')}
          hint={t('read.fileHint')}
          accept=".xml,text/xml,application/xml"
        />
        <ButtonRow>
          <SubmitButton icon="upload">{t('read.submit')}</SubmitButton>
        </ButtonRow>
      </FormFrame>
      {examples.length === 0 ? null : (
        <Notice title={t('read.demoTitle')}>
          <p>{t('read.demo')}</p>
          <ul>
            {examples.map((number) => (
              <li key={number}>
                <a
                  href={`${list}/voorbeeld/${number}.xml`}
                  className="inline-flex min-h-11 items-center"
                  download={`afschrift-${number}.xml`}
                >
                  {t('read.demoFile', { number })}
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <div className="prose">
        <h2>{t('read.howTitle')}</h2>
        <p>{t('read.how')}</p>
        <p>{t('read.howBack')}</p>
        <p>{t('read.howKept')}</p>
      </div>
    </Page>
  );
}
