import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { StandingForm } from '#app/components/integrity/standing-form.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { LinkCards } from '#app/components/people/link-cards.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { declareStanding } from '#app/modules/integrity/commands/declare-standing.server.ts';
import { standingForm } from '#app/modules/integrity/form.ts';
import { giftLimit } from '#app/modules/integrity/queries/interest-register.query.server.ts';
import { organisationChoices } from '#app/modules/integrity/queries/own-interests.query.server.ts';
import { isStandingKind, standingKinds } from '#app/modules/integrity/standing.ts';
import { signedIn } from '#app/modules/people/policy.ts';

export const loader = guardLoader(signedIn, async ({ database, url, now }) => {
  const kind = url.searchParams.get('soort');
  return {
    kind: isStandingKind(kind) ? kind : null,
    organisations: isStandingKind(kind) ? await organisationChoices(database) : [],
    giftFrom: await giftLimit(database, dayInAmsterdam(now)),
    formKey: newId(),
  };
});

export const action = guardAction(signedIn, async ({ form, context, platform, now }) => {
  const submission = parseForm(form, standingForm(dayInAmsterdam(now)));
  if (submission.status !== 'success') return rejected(submission.reply());
  const declared = await declareStanding(submission.value, signedInContext(context));
  if (declared.ok) return goTo('/mijn/belangen', platform, { tone: 'success', message: 'interests:own.declared' });
  return data(submission.reply({ formErrors: [refusalMessage('interests', declared)] }), {
    status: refusalStatus(declared.reason),
  });
});

export const meta = pageTitle<typeof loader>((t) => t('interests:add.title'));

export default function NewInterest() {
  const { kind, organisations, giftFrom, formKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('interests');
  return (
    <Page width="form">
      <PageHeader
        title={kind === null ? t('add.title') : t(`kind.${kind}`)}
        lead={kind === null ? t('add.lead') : t(`kindHint.${kind}`)}
        tone="plain"
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { label: t('own.title'), href: '/mijn/belangen' },
              ...(kind === null ? [] : [{ label: t('add.title'), href: '/mijn/belangen/nieuw' }]),
            ]}
          />
        }
      />
      {kind === null ? (
        <LinkCards
          cards={standingKinds.map((one) => ({
            href: `/mijn/belangen/nieuw?soort=${one}`,
            title: t(`kind.${one}`),
            text: t(`kindHint.${one}`),
          }))}
        />
      ) : (
        <StandingForm {...{ kind, organisations, giftFrom, formKey, reply }} />
      )}
    </Page>
  );
}
