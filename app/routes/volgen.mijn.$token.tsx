import { data } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Quoting, Written } from '#app/components/content/written.tsx';
import { ButtonLink, SubmitButton } from '#app/components/forms/buttons.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { FollowingList } from '#app/components/subscription/following-list.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardLoader, guardSensitiveAction } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, refusalMessage } from '#app/http/respond.server.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { changeFollowing, type FollowingChange } from '#app/modules/subscriptions/commands/change-following.server.ts';
import { rhythmForm, subjectForm } from '#app/modules/subscriptions/form.ts';
import { following } from '#app/modules/subscriptions/queries/following.query.server.ts';
import { subjectName } from '#app/modules/subscriptions/queries/subjects.server.ts';
import { readSubject, subjectWord } from '#app/modules/subscriptions/subject.ts';

export const loader = guardLoader(everyone, async ({ database, params, url, locale }) => {
  const view = await following(database, { token: params.token ?? '' }, locale);
  const asked = readSubject(url.searchParams.get('wat') ?? '');
  const isNew = asked !== null && view?.followed.every((one) => subjectWord(one) !== subjectWord(asked)) === true;
  const name = isNew ? await subjectName(database, asked, locale) : null;
  return data(
    { view, add: asked === null || name === null ? null : { word: subjectWord(asked), name } },
    // the address is a secret, and so is the page
    { headers: { 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex' } },
  );
});

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;

export const action = guardSensitiveAction(everyone, async ({ params, form, context, platform }) => {
  const token = params.token ?? '';
  const change = changeOf(form);
  const here = `/volgen/mijn/${token}`;
  if (change === null) return goTo(here, platform);
  const outcome = await changeFollowing({ token }, change, context);
  if (!outcome.ok) return goTo(here, platform, { tone: 'warning', message: refusalMessage('subscriptions', outcome) });
  return goTo(here, platform, {
    tone: 'success',
    message: change.kind === 'confirm' ? 'subscriptions:confirmed' : 'subscriptions:saved',
  });
});

function changeOf(form: FormData): FollowingChange | null {
  const intent = formText(form, 'intent');
  if (intent === 'confirm' || intent === 'stop') return { kind: intent };
  if (intent === 'rhythm') {
    const read = parseForm(form, rhythmForm);
    return read.status === 'success' ? { kind: 'rhythm', ...read.value } : null;
  }
  const read = parseForm(form, subjectForm);
  if ((intent !== 'add' && intent !== 'drop') || read.status !== 'success') return null;
  return { kind: intent, subject: read.value.wat };
}

export const meta = pageTitle<typeof loader>((t) => t('subscriptions:mine'));

export default function OwnFollowing() {
  const { view, add } = useLoaderData<typeof loader>();
  const { t } = useTranslation('subscriptions');
  if (view === null)
    return (
      <Page width="form">
        <PageHeader tone="plain" title={t('gone')} lead={t('goneText')} />
        <p>
          <ButtonLink href="/volgen" tone="quiet">
            {t('again')}
          </ButtonLink>
        </p>
      </Page>
    );
  return (
    <Page width="form">
      <PageHeader tone="plain" title={t(view.isConfirmed ? 'mine' : 'confirmTitle')} lead={t('mineLead')} />
      {view.isConfirmed ? null : (
        <form method="post" className="flex flex-col items-start gap-4 rounded bg-tint-water p-5">
          <p>{t('confirmText')}</p>
          <ul className="list-disc pl-5">
            {view.followed.map((one) => (
              <li key={subjectWord(one)}>
                <Written>{one.name}</Written>
              </li>
            ))}
          </ul>
          <SubmitButton name="intent" value="confirm">
            {t('confirm')}
          </SubmitButton>
        </form>
      )}
      {add === null || !view.isConfirmed ? null : (
        <Notice title={<Quoting text={t('add', { name: add.name })} written={add.name} />}>
          <form method="post">
            <input type="hidden" name="wat" value={add.word} />
            <SubmitButton name="intent" value="add" tone="quiet">
              {t('addButton')}
            </SubmitButton>
          </form>
        </Notice>
      )}
      {view.isConfirmed ? <FollowingList view={view} /> : null}
    </Page>
  );
}
