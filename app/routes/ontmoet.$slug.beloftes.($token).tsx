import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { MailChoice, NamingForm } from '#app/components/evening/naming.tsx';
import { MustJoin } from '#app/components/evening/must-join.tsx';
import { PromiseForm } from '#app/components/evening/promise-form.tsx';
import { OwnPromises } from '#app/components/evening/own-promises.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardLoader, guardSensitiveAction } from '#app/http/guard.server.ts';
import { ownPart, ownPartHeaders } from '#app/http/own-part.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, refusalMessage, refusalStatus } from '#app/http/respond.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import {
  agreeToBeNamed,
  chooseOutcomeMails,
  namePromise,
} from '#app/modules/gatherings/commands/agree-to-be-named.server.ts';
import { answerPromise } from '#app/modules/gatherings/commands/answer-promise.server.ts';
import { makePromise, takeBackPromise } from '#app/modules/gatherings/commands/make-promise.server.ts';
import { lastPromiseDay } from '#app/modules/gatherings/outcome.ts';
import { namingForm, promiseAnswerForm, promiseForm } from '#app/modules/gatherings/outcome-form.ts';
import { ownChoices, promisesOf } from '#app/modules/gatherings/queries/evening.query.server.ts';
import { hasReport } from '#app/modules/gatherings/queries/report.query.server.ts';
import { portfolioChoices } from '#app/modules/gatherings/queries/portfolio-choices.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async (args) => {
  const { database, now } = args;
  const { gathering, registrationId, isSure } = await ownPart(args);
  const { slug, title, state } = gathering;
  const today = dayInAmsterdam(now);
  const mine =
    registrationId === null
      ? null
      : {
          choices: await ownChoices(database, registrationId),
          promises: await promisesOf(database, { registrationId }),
          portfolios: await portfolioChoices(database, { gatheringId: gathering.id, registrationId }),
        };
  return data(
    {
      ...{ slug, title, state, isSure, mine, today },
      isOut: await hasReport(database, gathering.id),
      lastDay: lastPromiseDay(today),
      formKey: newId(),
    },
    { headers: ownPartHeaders },
  );
});

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;

export const action = guardSensitiveAction(everyone, async (args) => {
  const { context, form, platform, url } = args;
  const { gathering, registrationId, isSure } = await ownPart(args);
  const gatheringId = gathering.id;
  const here = url.pathname.replace(/\.data$/, '');
  const done = async (message: string) => goTo(here, platform, { tone: 'success', message });
  const intent = formText(form, 'intent');
  if (registrationId === null) throw turnAway(404);
  const mine = { gatheringId, registrationId };
  const id = formText(form, 'id');
  if (intent === 'promise') {
    const submission = parseForm(form, promiseForm);
    if (submission.status !== 'success') return data({ intent, id, reply: submission.reply() }, { status: 422 });
    const { id: key, isNamed, ...content } = submission.value;
    const named = { promiser: '', isNamed: isNamed && isSure };
    const made = await makePromise({ ...mine, id: key, content: { ...content, ...named } }, context);
    if (made.ok) return done('eveningPart:promises.sent');
    const reply = submission.reply({ formErrors: [refusalMessage('eveningPart', made)] });
    return data({ intent, id, reply }, { status: refusalStatus(made.reason) });
  }
  // taking back, a name and what became of a promise are of the person alone, not of who read a code on a name card
  if (!isSure) throw turnAway(404);
  switch (intent) {
    case 'take-back': {
      const back = await takeBackPromise({ ...mine, id }, context);
      if (back.ok) return done('eveningPart:promises.takenBack');
      return goTo(here, platform, { tone: 'warning', message: refusalMessage('eveningPart', back) });
    }
    case 'answer': {
      const submission = parseForm(form, promiseAnswerForm);
      if (submission.status !== 'success') return data({ intent, id, reply: submission.reply() }, { status: 422 });
      const answered = await answerPromise({ ...mine, ...submission.value }, context);
      if (answered.ok) return done('eveningPart:promises.answered');
      const reply = submission.reply({ formErrors: [refusalMessage('eveningPart', answered)] });
      return data({ intent, id, reply }, { status: refusalStatus(answered.reason) });
    }
    case 'named': {
      const submission = parseForm(form, namingForm);
      if (submission.status !== 'success') return data({ intent, id, reply: submission.reply() }, { status: 422 });
      const agreed = await agreeToBeNamed({ ...mine, ...submission.value }, context);
      if (agreed.ok) return done('eveningPart:naming.saved');
      const reply = submission.reply({ formErrors: [refusalMessage('eveningPart', agreed)] });
      return data({ intent, id, reply }, { status: refusalStatus(agreed.reason) });
    }
    case 'not-named':
      await agreeToBeNamed({ ...mine, shownAs: null }, context);
      return done('eveningPart:naming.withdrawn');
    case 'name-promise':
    case 'unname-promise': {
      const isNamed = intent === 'name-promise';
      const named = await namePromise({ ...mine, id, isNamed }, context);
      if (!named.ok) throw turnAway(404);
      return done(isNamed ? 'eveningPart:naming.saved' : 'eveningPart:naming.withdrawn');
    }
    case 'mails-on':
    case 'mails-off':
      await chooseOutcomeMails({ ...mine, wants: intent === 'mails-on' }, context);
      return done('eveningPart:mails.saved');
    default:
      throw turnAway(400);
  }
});

export const meta = pageTitle<typeof loader>((t, { title }) => `${t('eveningPart:promises.title')}: ${title}`);

export default function Promises() {
  const loaded = useLoaderData<typeof loader>();
  const { slug, title, state, isSure, mine, today, lastDay, isOut, formKey } = loaded;
  const answer = useActionData<typeof action>();
  const { t } = useTranslation('eveningPart');
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: <Written>{title}</Written>, href: `/ontmoet/${slug}` }]} />}
        title={t('promises.title')}
        lead={t(state === 'closed' ? 'promises.leadAfter' : 'promises.lead')}
        tone="plain"
      >
        {isOut ? (
          <p className="mt-2">
            <a href={`/ontmoet/${slug}/verslag`} className="inline-flex min-h-11 items-center">
              {t('links.report')}
            </a>
          </p>
        ) : null}
      </PageHeader>
      {mine === null ? (
        <MustJoin slug={slug} />
      ) : (
        <>
          {state === 'begun' ? (
            <Section title={t('promises.make')}>
              <PromiseForm
                formKey={formKey}
                reply={answer?.intent === 'promise' ? answer.reply : undefined}
                portfolios={mine.portfolios}
                keptUntil={mine.choices.hasAccount ? null : mine.choices.keptUntil}
                {...{ today, lastDay }}
                mayName={isSure}
              />
            </Section>
          ) : null}
          <Section title={t('promises.mine')}>
            {isSure || mine.promises.length === 0 || isOut ? null : (
              <p className="mb-4 max-w-prose">{t('promises.byCode')}</p>
            )}
            <OwnPromises
              promises={mine.promises}
              mayAnswer={isSure && state === 'closed'}
              mayTakeBack={isSure && !isOut}
              mayName={isSure}
              answer={answer?.intent === 'answer' ? answer : undefined}
            />
          </Section>
          {isSure ? (
            <>
              <NamingForm choices={mine.choices} reply={answer?.intent === 'named' ? answer.reply : undefined} />
              <MailChoice choices={mine.choices} />
            </>
          ) : null}
        </>
      )}
    </Page>
  );
}
