import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { ButtonLink, SubmitButton } from '#app/components/forms/buttons.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { Keepers } from '#app/components/portfolio/keepers.tsx';
import { OwnLines } from '#app/components/portfolio/own-lines.tsx';
import { WordsForm } from '#app/components/portfolio/words-form.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { languageName } from '#app/http/language-name.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { goTo, notFound, refusalStatus } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { sayMessage } from '#app/i18n/message.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { spokenLanguages } from '#app/modules/people/person.ts';
import { signedIn } from '#app/modules/people/policy.ts';
import { directions } from '#app/modules/portfolios/portfolio.ts';
import { editedPortfolio } from '#app/modules/portfolios/queries/own-portfolios.query.server.ts';
import { wijken } from '#app/modules/programme/queries/areas.query.server.ts';
import { themes } from '#app/modules/programme/queries/themes.query.server.ts';
import { change } from './change.server.ts';

export const loader = guardLoader(signedIn, async ({ context, database, params, now, locale, t }) => {
  const { actor } = signedInContext(context);
  const portfolio = await editedPortfolio(database, actor, params.slug ?? '', now);
  if (portfolio === null) throw notFound();
  const [areas, subjects] = await Promise.all([wijken(database), themes(database, locale)]);
  return {
    portfolio,
    wijken: areas,
    themes: subjects,
    languages: spokenLanguages.map((code) => ({ value: code, label: languageName(code, locale, t) })),
    today: dayInAmsterdam(now),
    formKeys: { need: newId(), offer: newId() },
  };
});

export const action = guardAction(signedIn, async ({ form, context, params, platform, t }) => {
  const changed = await change({ form, slug: params.slug ?? '', context: signedInContext(context) });
  if (changed.done)
    return goTo(
      changed.to,
      platform,
      changed.message === null ? undefined : { tone: 'success', message: changed.message },
    );
  if (changed.reason === 'portfolio-unknown') throw notFound();
  const { form: id, reply, refusal, reason } = changed;
  return data(
    { form: id, reply, refusal: refusal === null ? null : sayMessage(t, refusal) },
    { status: reason === null ? 422 : refusalStatus(reason) },
  );
});

export const meta = pageTitle<typeof loader>((t, { portfolio }) => `${t('portfolios:edit.title')}: ${portfolio.name}`);

export default function EditPortfolio() {
  const { portfolio, wijken: areas, themes: subjects, languages, today, formKeys } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation('portfolios');
  const { slug, name, kind, state, initiativeSlug } = portfolio;
  const replyOf = (id: string) => (answer?.form === id && answer.reply !== null ? answer.reply : undefined);
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { label: t('crumb'), href: '/portfolios' },
              { label: <Written>{name}</Written>, href: `/portfolios/${slug}` },
            ]}
          />
        }
        eyebrow={t('edit.title')}
        title={<Written>{name}</Written>}
        tone="plain"
        actions={
          state === 'hidden' ? undefined : (
            <ButtonLink href={`/portfolios/${slug}`} tone="quiet" icon="eye">
              {t('edit.view')}
            </ButtonLink>
          )
        }
      />
      {answer?.refusal == null ? null : (
        <Notice tone="danger" role="alert">
          {answer.refusal}
        </Notice>
      )}
      {state === 'hidden' ? (
        <Notice tone="warning" title={t('edit.isHidden')}>
          <Written>{portfolio.hiddenReason}</Written>
        </Notice>
      ) : null}
      {state === 'closed' ? <Notice title={t('edit.isClosed')} /> : null}
      <Section title={t('edit.lines')} lead={t('edit.linesLead')} id="regels">
        <div className="flex flex-col gap-10">
          {directions.map((direction) => (
            <OwnLines
              key={direction}
              direction={direction}
              lines={portfolio.lines.filter((line) => line.direction === direction)}
              today={today}
              formKey={formKeys[direction]}
              planHref={kind === 'initiative' && initiativeSlug !== null ? `/initiatieven/${initiativeSlug}` : null}
              replyOf={replyOf}
            />
          ))}
        </div>
      </Section>
      <Section title={t('edit.words')}>
        <WordsForm
          portfolio={portfolio}
          wijken={areas}
          themes={subjects}
          languages={languages}
          reply={replyOf('woorden')}
        />
      </Section>
      <Keepers portfolio={portfolio} reply={replyOf('beheerder')} />
      {state === 'hidden' ? null : (
        <Section title={t('edit.closing')} lead={state === 'open' ? t('edit.closingText') : undefined}>
          <form method="post">
            {state === 'open' ? (
              <SubmitButton tone="danger" name="intent" value="close">
                {t('edit.close')}
              </SubmitButton>
            ) : (
              <SubmitButton tone="quiet" name="intent" value="open">
                {t('edit.open')}
              </SubmitButton>
            )}
          </form>
        </Section>
      )}
    </Page>
  );
}
