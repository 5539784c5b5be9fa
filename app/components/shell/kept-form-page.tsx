import { useTranslation } from 'react-i18next';
import { ButtonLink, SubmitButton } from '../forms/buttons.tsx';
import { Notice } from '../page/notice.tsx';
import { PageHeader } from '../page/page-header.tsx';
import { Page } from '../page/page.tsx';

type KeptFormPageProps = {
  /** Whether the person has to sign in, or only to take the second step. */
  words: 'keptForm' | 'keptFormSecondStep';
  /** Where the form was posted to. */
  action: string;
  /** Where to sign in, or to confirm with the second factor. */
  signInHref: string;
  fields: readonly (readonly [name: string, value: string])[];
  /** A file cannot be kept: it has to be chosen again. */
  hadFile: boolean;
};

/** Shorter values are choices and keys: nobody misses seeing those. */
const shortestShown = 25;

/** For who posted a form after the session ended: sign in beside this page, then send the same once more. */
export function KeptFormPage({ words, action, signInHref, fields, hadFile }: KeptFormPageProps) {
  const { t } = useTranslation('errors');
  if (hadFile && fields.length === 0) return <FileNotSent signInHref={signInHref} />;
  const typed = fields.filter(([, value]) => value.length >= shortestShown && value.includes(' '));
  return (
    <Page width="reading">
      <PageHeader title={t(`${words}.title`)} lead={t(`${words}.text`)} />
      <ol className="prose list-decimal pl-6">
        <li>
          <a href={signInHref} target="_blank" rel="noopener">
            {t(`${words}.signIn`)}
          </a>
        </li>
        <li>{t('keptForm.comeBack')}</li>
      </ol>
      {hadFile ? <Notice tone="warning">{t('keptForm.file')}</Notice> : null}
      <form method="post" action={action} className="flex flex-col items-start gap-7">
        {fields.map(([name, value], index) => (
          <input key={index} type="hidden" name={name} value={value} />
        ))}
        <SubmitButton>{t('keptForm.again')}</SubmitButton>
      </form>
      {typed.length === 0 ? null : (
        <details>
          <summary className="min-h-11 cursor-pointer py-2 font-semibold">{t('keptForm.show')}</summary>
          {typed.map(([, value], index) => (
            <p key={index} className="border-t border-line py-3 wrap-anywhere whitespace-pre-line">
              {value}
            </p>
          ))}
        </details>
      )}
    </Page>
  );
}

/** For who posted nothing but a file: there is nothing to send again. */
function FileNotSent({ signInHref }: Pick<KeptFormPageProps, 'signInHref'>) {
  const { t } = useTranslation('errors');
  return (
    <Page width="reading">
      <PageHeader title={t('fileNotSent.title')} lead={t('fileNotSent.text')} />
      <div>
        <ButtonLink href={signInHref} tone="main">
          {t('fileNotSent.signIn')}
        </ButtonLink>
      </div>
    </Page>
  );
}
