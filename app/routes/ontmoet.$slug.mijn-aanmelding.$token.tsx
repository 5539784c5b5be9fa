import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { ButtonLink, ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { EveningLinks } from '#app/components/evening/evening-links.tsx';
import { GatheringFacts } from '#app/components/gathering/gathering-facts.tsx';
import { RegistrationForm } from '#app/components/gathering/registration-form.tsx';
import { RegistrationStanding } from '#app/components/gathering/registration-standing.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { TwoColumns } from '#app/components/page/two-columns.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardLoader, guardSensitiveAction } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { qrSquares } from '#app/http/qr.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { answerRegistration } from '#app/modules/gatherings/commands/answer-registration.server.ts';
import { eveningShows } from '#app/modules/gatherings/queries/evening-links.query.server.ts';
import { ownRegistration, registrationChoices } from '#app/modules/gatherings/queries/registration.query.server.ts';
import { changeRegistrationForm, contentOf } from '#app/modules/gatherings/registration-form.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, params, now, locale, platform, actor }) => {
  const { slug = '', token = '' } = params;
  const mine = await ownRegistration(database, { slug, token, now });
  if (mine === null) throw notFound();
  const { gathering } = mine;
  // with a code for the door a helper opens the list; it tells nothing else
  const door = `${platform.env.publicUrl}/ontmoet-werk/${slug}/deur?code=${mine.doorCode}`;
  const personId = mine.hasAccount ? (actor.person?.id ?? null) : null;
  return data(
    {
      mine,
      token,
      shows: await eveningShows(database, gathering, { comes: mine.state === 'confirmed' }),
      isOver: gathering.endsAt <= now || gathering.state === 'closed' || gathering.state === 'cancelled',
      squares: qrSquares(door),
      choices: await registrationChoices(database, { gatheringId: gathering.id, personId, locale }),
    },
    // the address is a secret, and so is the page; other sites never get it (`referrerPolicy` in security-headers.ts)
    { headers: { 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex' } },
  );
});

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;

export const action = guardSensitiveAction(everyone, async ({ database, params, form, now, platform }) => {
  const { slug = '', token = '' } = params;
  if ((await ownRegistration(database, { slug, token, now })) === null) throw notFound();
  const here = `/ontmoet/${slug}/mijn-aanmelding/${token}`;
  const intent = formText(form, 'intent');
  if (intent === 'change') {
    const submission = parseForm(form, changeRegistrationForm);
    if (submission.status !== 'success') return rejected(submission.reply());
    const { revision } = submission.value;
    const change = { kind: 'change', revision, content: contentOf(submission.value) } as const;
    const changed = await answerRegistration({ token, change }, { database, now });
    if (changed.ok) return goTo(here, platform, { tone: 'success', message: 'gatherings:mine.saved' });
    return data(submission.reply({ formErrors: [refusalMessage('gatherings', changed)] }), {
      status: refusalStatus(changed.reason),
    });
  }
  const kind = intent === 'cancel' ? 'cancel' : 'come';
  const answered = await answerRegistration({ token, change: { kind } }, { database, now });
  if (!answered.ok)
    return goTo(here, platform, {
      tone: 'warning',
      message: refusalMessage('gatherings', answered),
    });
  const done = answered.value === 'cancelled' || answered.value === 'waiting' ? answered.value : 'confirmed';
  return goTo(here, platform, { tone: 'success', message: `gatherings:mine.done.${done}` });
});

export const meta = pageTitle<typeof loader>((t) => t('gatherings:mine.title'));

export default function MyRegistration() {
  const { mine, isOver, squares, choices, shows, token } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('gatherings');
  const { gathering, state } = mine;
  const here = `/ontmoet/${gathering.slug}`;
  const isRunning = state !== 'cancelled' && state !== 'lapsed';
  const mayChange = gathering.isOpen && (isRunning || state === 'lapsed') && state !== 'held' && state !== 'asked';
  return (
    <Page>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { label: t('crumb'), href: '/ontmoet/agenda' },
              { label: <Written>{gathering.title}</Written>, href: here },
            ]}
          />
        }
        eyebrow={t('mine.title')}
        title={<Written>{gathering.title}</Written>}
        tone="plain"
      />
      <TwoColumns asideLabel={t('page.when')} aside={<GatheringFacts gathering={gathering} />}>
        {isOver ? (
          <Notice>{t('mine.over')}</Notice>
        ) : (
          <RegistrationStanding mine={mine} squares={squares} againHref={`${here}/aanmelden`} />
        )}
        {mine.state === 'confirmed' ? <EveningLinks slug={gathering.slug} shows={shows} token={token} /> : null}
        <p className="mt-4 text-ink-soft">{t('mine.private')}</p>
        {mayChange ? (
          <Section title={t('mine.change')}>
            <RegistrationForm
              choices={choices}
              hidden={{ revision: mine.revision }}
              asksEmail={false}
              hasChildCare={gathering.childCare !== '' || mine.children > 0}
              reply={reply}
              filledIn={{ ...mine, areaCode: mine.areaCode ?? '', children: String(mine.children) }}
              submitLabel={t('mine.save')}
              intent="change"
            />
          </Section>
        ) : null}
        {isOver || !isRunning || mine.arrivedAt !== null ? null : (
          <Section title={t('mine.cancelTitle')}>
            <p>{t('mine.cancelText')}</p>
            <form method="post" className="mt-4">
              <ButtonRow>
                <SubmitButton tone="danger" name="intent" value="cancel">
                  {t('mine.cancel')}
                </SubmitButton>
                <ButtonLink href={`/ontmoet/${gathering.slug}.ics`} tone="text" download>
                  {t('page.calendar')}
                </ButtonLink>
              </ButtonRow>
            </form>
          </Section>
        )}
      </TwoColumns>
    </Page>
  );
}
