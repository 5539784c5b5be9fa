import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#app/components/content/use-formats.ts';
import { ButtonLink, SubmitButton } from '#app/components/forms/buttons.tsx';
import { FormKey } from '#app/components/forms/hidden-fields.tsx';
import { OwnInterestList } from '#app/components/integrity/own-interest-list.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { goTo, refusalStatus, refusalText } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { newId } from '#app/kernel/ids.ts';
import { endStanding } from '#app/modules/integrity/commands/declare-standing.server.ts';
import { stateInterests } from '#app/modules/integrity/commands/state-interests.server.ts';
import { ownInterests } from '#app/modules/integrity/queries/own-interests.query.server.ts';
import { signedIn } from '#app/modules/people/policy.ts';

const here = '/mijn/belangen';

export const loader = guardLoader(signedIn, async ({ context, database, now }) => {
  const { actor } = signedInContext(context);
  return { ...(await ownInterests(database, actor.person.id, dayInAmsterdam(now))), formKey: newId() };
});

export const action = guardAction(signedIn, async ({ form, context, platform, t }) => {
  const mine = signedInContext(context);
  const formKey = formText(form, 'formKey');
  const run = {
    end: async () => endStanding({ interestId: formText(form, 'id') }, mine),
    all: async () => stateInterests({ formKey, isNothing: false }, mine),
    nothing: async () => stateInterests({ formKey, isNothing: true }, mine),
  };
  const intent = formText(form, 'intent');
  if (intent !== 'end' && intent !== 'all' && intent !== 'nothing') throw turnAway(400);
  const outcome = await run[intent]();
  if (outcome.ok)
    return goTo(here, platform, { tone: 'success', message: `interests:own.${intent === 'end' ? 'ended' : 'stated'}` });
  return data({ refusal: refusalText(t, 'interests', outcome) }, { status: refusalStatus(outcome.reason) });
});

export const meta = pageTitle<typeof loader>((t) => t('interests:own.title'));

export default function OwnInterests() {
  const { lines, statedOn, againOn, formKey } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const { t } = useTranslation(['interests', 'people']);
  const { locale } = useFormats();
  const isNothing = !lines.some(({ isCurrent }) => isCurrent);
  return (
    <Page width="form">
      <PageHeader
        title={t('own.title')}
        lead={t('own.lead')}
        tone="plain"
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('people:mine.title'), href: '/mijn' }]} />}
      />
      {outcome === undefined ? null : (
        <Notice tone="danger" role="alert">
          {outcome.refusal}
        </Notice>
      )}
      <Section
        title={t('own.lines')}
        action={
          <ButtonLink href="/mijn/belangen/nieuw" icon="plus" tone={isNothing ? 'quiet' : 'text'}>
            {t(isNothing ? 'add.title' : 'own.add')}
          </ButtonLink>
        }
      >
        {lines.length === 0 ? (
          <p className="max-w-prose">
            {t('own.none')} {t('own.noneText')}
          </p>
        ) : (
          <OwnInterestList lines={lines} />
        )}
      </Section>
      <Section title={t('own.statement')} lead={t('own.statementText')}>
        <p className="mb-4 max-w-prose font-semibold">
          {statedOn === null || againOn === null
            ? t('own.notYet')
            : t('own.statedOn', { day: dateText(statedOn, 'day', locale), again: dateText(againOn, 'day', locale) })}
        </p>
        <form method="post">
          <FormKey value={formKey} />
          <SubmitButton name="intent" value={isNothing ? 'nothing' : 'all'}>
            {t(isNothing ? 'own.nothing' : 'own.all')}
          </SubmitButton>
        </form>
      </Section>
      <Section title={t('own.who')}>
        <div className="prose">
          <p>{t('own.whoPublic')}</p>
          <p>{t('own.whoColleagues')}</p>
          <p>{t('own.whoPrivate')}</p>
          <p>
            <a href="/belangen">{t('register.title')}</a>
          </p>
        </div>
      </Section>
    </Page>
  );
}
