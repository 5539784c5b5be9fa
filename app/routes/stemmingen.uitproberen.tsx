import { useForm } from '@conform-to/react';
import { data } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ComparedVote } from '#app/components/counting/compared-vote.tsx';
import { FileMistakes } from '#app/components/counting/file-mistakes.tsx';
import { ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { FileField } from '#app/components/forms/file-field.tsx';
import { SelectField } from '#app/components/forms/select-field.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { Written } from '#app/components/content/written.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { mayCountFile } from '#app/http/count-limit.server.ts';
import { guardLoader, guardUploadAction } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { readUpload } from '#app/http/upload.server.ts';
import { ruleNames } from '#app/modules/counting/comparison/rules.ts';
import { compareApart } from '#app/modules/counting/queries/comparison.query.server.ts';
import { readVoteFile } from '#app/modules/counting/vote-file.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, () => null);

const usual = 'add1u';

const choices = ruleNames.filter((name) => name !== 'greedy');

export const action = guardUploadAction(everyone, async ({ request, clientAddress }) => {
  const mayCount = await mayCountFile(clientAddress);
  let chosen: (typeof choices)[number] = usual;
  const choose = (name: string, words: string) => {
    if (name === 'rule') chosen = choices.find((choice) => choice === words) ?? usual;
  };
  const readFile = async (bytes: AsyncIterable<Uint8Array>) => ({ text: mayCount ? await readVoteFile(bytes) : null });
  const sent = await readUpload(request, 'file', readFile, choose);
  const refuse = (reason: 'none' | 'tooMany' | 'tooLarge' | 'tooLong', status: number) =>
    data({ ok: false as const, reason, mistakes: [], more: 0 }, { status });
  if (!mayCount) return refuse('tooMany', 429);
  if (sent === null) return refuse('none', 422);
  if (sent.text === null) return refuse('tooLarge', 413);
  const compared = await compareApart(sent.text, chosen);
  if (compared === null) return refuse('tooLong', 503);
  return compared.ok ? data({ ...compared, chosen }) : data({ ...compared, reason: null }, { status: 422 });
});

export const meta = pageTitle<typeof loader>(
  (t) => t('counting:title'),
  (t) => t('counting:lead'),
);

export default function TryVotes() {
  const answer = useActionData<typeof action>();
  const { t } = useTranslation('counting');
  const [form, fields] = useForm<{ file: string; rule: string }>({
    id: 'stembestand',
    constraint: { file: { required: true }, rule: { required: true } },
    defaultValue: { rule: usual },
  });
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('index.title'), href: '/stemmingen' }]} />}
        title={t('title')}
        lead={t('lead')}
        tone="water"
        stampId="stemmingen"
      />
      {answer?.ok === true ? (
        <Section title={<Written>{answer.comparison.about.title}</Written>} id="uitkomst">
          <div className="grid gap-10">
            {answer.doubts.length === 0 ? null : (
              <Notice tone="warning" title={t('own.doubts')}>
                <p>{t('own.doubtsText')}</p>
                <FileMistakes mistakes={answer.doubts} more={answer.moreDoubts} />
              </Notice>
            )}
            <ComparedVote comparison={answer.comparison} told={answer.told} chosen={answer.chosen} />
          </div>
        </Section>
      ) : null}
      {answer?.ok === false ? (
        <Notice tone="danger" role="alert" title={t('own.refused')}>
          {answer.reason === null ? (
            <FileMistakes mistakes={answer.mistakes} more={answer.more} />
          ) : (
            t(`own.${answer.reason}`)
          )}
        </Notice>
      ) : null}
      <Section title={t('own.title')} lead={t('own.lead')} id="eigen-bestand">
        <div className="max-w-prose">
          <FormFrame form={form} labels={{ file: t('own.file'), rule: t('own.rule') }} withFiles>
            <FileField field={fields.file} label={t('own.file')} hint={t('own.fileHint')} accept=".pb,text/plain" />
            <SelectField
              field={fields.rule}
              label={t('own.rule')}
              choices={choices.map((name) => ({ value: name, label: t(`rule.${name}`) }))}
            />
            <ButtonRow>
              <SubmitButton icon="upload">{t('own.submit')}</SubmitButton>
            </ButtonRow>
          </FormFrame>
          <p className="mt-4 text-sm text-ink-soft">{t('own.whatIs')}</p>
        </div>
      </Section>
    </Page>
  );
}
