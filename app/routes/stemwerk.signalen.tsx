import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { SignalList } from '#app/components/voting/signal-list.tsx';
import { firstMistake } from '#app/http/first-mistake.ts';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, refusalMessage, refusalStatus } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { smallFormBack } from '#app/http/small-form.server.ts';
import { answerSignal } from '#app/modules/voting/commands/answer-signal.server.ts';
import { answerSignalForm } from '#app/modules/voting/form.ts';
import { handlesSignals } from '#app/modules/voting/policy.ts';
import { signalList } from '#app/modules/voting/queries/signals.query.server.ts';

export const loader = guardLoader(handlesSignals, async ({ database, now }) => {
  const signals = await signalList(database, now);
  const isOpen = ({ answeredAt }: { answeredAt: Date | null }) => answeredAt === null;
  return { open: signals.filter(isOpen), done: signals.filter((signal) => !isOpen(signal)) };
});

export const action = guardAction(handlesSignals, async ({ form, context, platform }) => {
  const read = parseForm(form, answerSignalForm);
  if (read.status !== 'success') return smallFormBack(form, firstMistake(read.reply()));
  const outcome = await answerSignal(read.value, signedInContext(context));
  if (!outcome.ok) return smallFormBack(form, refusalMessage('voteSignals', outcome), refusalStatus(outcome.reason));
  return goTo('/stemwerk/signalen', platform, { tone: 'success', message: 'voteSignals:saved' });
});

export const meta = pageTitle<typeof loader>((t) => t('voteSignals:title'));

export default function VoteSignals() {
  const { open, done } = useLoaderData<typeof loader>();
  const { t } = useTranslation('voteSignals');
  const work = useTranslation('votingWork').t;
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: work('crumb'), href: '/stemwerk' }]} />}
        title={t('title')}
        lead={t('lead')}
        tone="plain"
      />
      {open.length + done.length === 0 ? (
        <EmptyState title={t('none')} stampId="geen-signalen">
          <p>{t('noneText')}</p>
        </EmptyState>
      ) : null}
      {open.length === 0 ? null : (
        <Section title={t('open')}>
          <SignalList signals={open} />
        </Section>
      )}
      {done.length === 0 ? null : (
        <Section title={t('done')}>
          <SignalList signals={done} />
        </Section>
      )}
      <p className="text-ink-soft">{t('kept')}</p>
    </Page>
  );
}
