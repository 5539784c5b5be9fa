import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Quoting, Written } from '#app/components/content/written.tsx';
import { RegistrationForm } from '#app/components/gathering/registration-form.tsx';
import { useGatheringWords } from '#app/components/gathering/use-gathering-words.ts';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { notFound, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { register } from '#app/modules/gatherings/commands/register.server.ts';
import { publicGathering } from '#app/modules/gatherings/queries/public-gathering.query.server.ts';
import { myRegistrationId, registrationChoices } from '#app/modules/gatherings/queries/registration.query.server.ts';
import { contentOf, registerByMailForm, registerForm } from '#app/modules/gatherings/registration-form.ts';
import { tokenOf } from '#app/modules/gatherings/token.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, actor, params, now, locale, url, platform }) => {
  const gathering = await publicGathering(database, params.slug ?? '', now);
  if (gathering === null) throw notFound();
  const { person } = actor;
  const mine = person === null ? null : await myRegistrationId(database, gathering.id, person);
  // who is registered changes what they said there; a second empty form would only look like one
  if (mine !== null)
    throw redirect(`/ontmoet/${gathering.slug}/mijn-aanmelding/${tokenOf(platform.env.sessionSecret, mine)}`, 303);
  const personId = person?.id ?? null;
  return {
    gathering,
    choices: await registrationChoices(database, { gatheringId: gathering.id, personId, locale }),
    isSent: url.searchParams.has('verstuurd'),
    isSignedIn: personId !== null,
    filledIn: { name: actor.person?.name ?? '', comesAs: 'resident', languages: [locale], children: '0' },
    formKey: newId(),
  };
});

export const action = guardAction(
  everyone,
  async ({ database, actor, params, form, now, locale, platform, clientAddress }) => {
    const gathering = await publicGathering(database, params.slug ?? '', now);
    if (gathering === null) throw notFound();
    const { person } = actor;
    // who signed in has an address; who did not types it
    const typed = person === null ? parseForm(form, registerByMailForm) : null;
    const submission = typed ?? parseForm(form, registerForm);
    if (submission.status !== 'success') return rejected(submission.reply());
    const { value } = submission;
    const email = typed?.status === 'success' ? typed.value.email : '';
    const who = person === null ? { email } : { personId: person.id, email: person.email };
    const outcome = await register(
      {
        gatheringId: gathering.id,
        formKey: value.formKey,
        who,
        locale,
        requester: clientAddress,
        content: contentOf(value),
      },
      { database, now, secret: platform.env.sessionSecret },
    );
    if (!outcome.ok)
      return data(submission.reply({ formErrors: [refusalMessage('gatherings', outcome)] }), {
        status: refusalStatus(outcome.reason),
      });
    const here = `/ontmoet/${gathering.slug}`;
    const { token } = outcome.value;
    return redirect(token === null ? `${here}/aanmelden?verstuurd=ja` : `${here}/mijn-aanmelding/${token}`, 303);
  },
);

export const meta = pageTitle<typeof loader>(
  (t, { gathering }) => `${t('gatherings:register.title')}: ${gathering.title}`,
);

export default function RegisterForGathering() {
  const { gathering, choices, isSent, isSignedIn, filledIn, formKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('gatherings');
  const words = useGatheringWords();
  const { slug, title, isOpen, placesLeft, childCare } = gathering;
  const here = `/ontmoet/${slug}`;
  const isFull = placesLeft === 0;
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { label: t('crumb'), href: '/ontmoet/agenda' },
              { label: <Written>{title}</Written>, href: here },
            ]}
          />
        }
        title={t('register.title')}
        lead={<Quoting text={t('register.lead', { title, day: words.day(gathering.startsAt) })} written={title} />}
        tone="plain"
      />
      {isSent ? (
        <Notice tone="success" title={t('register.sentTitle')} role="status">
          <p>{t('register.sentText')}</p>
          <p>{t('register.sentNotThere')}</p>
        </Notice>
      ) : !isOpen && reply === undefined ? (
        <Notice>{t('refusal.gathering-not-open')}</Notice>
      ) : (
        <>
          {isFull ? (
            <Notice title={t('register.fullTitle')}>
              <p>{t('register.fullText')}</p>
            </Notice>
          ) : null}
          {isSignedIn ? null : (
            <Notice title={t('register.withAccount')}>
              <p>
                {t('register.withAccountText')}{' '}
                <a href={`/inloggen?naar=${encodeURIComponent(`${here}/aanmelden`)}`}>{t('register.signIn')}</a>
              </p>
            </Notice>
          )}
          <RegistrationForm
            choices={choices}
            hidden={{ formKey }}
            asksEmail={!isSignedIn}
            hasChildCare={childCare !== ''}
            reply={reply}
            filledIn={filledIn}
            submitLabel={t(isFull ? 'register.submitWaiting' : 'register.submit')}
          />
        </>
      )}
    </Page>
  );
}
