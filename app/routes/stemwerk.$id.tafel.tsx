import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { PaperForm } from '#app/components/voting/paper-form.tsx';
import { WaitingPapers } from '#app/components/voting/waiting-papers.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader, type GuardedAction } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { goTo, notFound, refusalMessage, refusalStatus } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { formMessage } from '#app/i18n/message.ts';
import { signedIn } from '#app/modules/people/policy.ts';
import { enterPaper, takePaperBack } from '#app/modules/voting/commands/enter-paper.server.ts';
import { readPaperForm, seenText, type PaperMistake, type PaperTyped } from '#app/modules/voting/paper-form.ts';
import { readPaper, showPaper } from '#app/modules/voting/paper.ts';
import { paperBarrier, paperTable } from '#app/modules/voting/queries/paper-table.query.server.ts';

/** For who was put at the table of this vote; for anybody else it is not there. */
export const loader = guardLoader(signedIn, async ({ database, actor, params }) => {
  const table = await paperTable(database, actor, params.id ?? '');
  if (table === null) throw notFound();
  return table;
});

export const action = guardAction(signedIn, async (args) => {
  const { form, params, platform, database, actor, context } = args;
  const table = await paperTable(database, actor, params.id ?? '');
  if (table === null) throw notFound();
  const voteId = table.id;
  const here = `/stemwerk/${voteId}/tafel`;
  if (formText(form, 'intent') === 'back') {
    const number = Number(formText(form, 'number')) || 0;
    const taken = await takePaperBack({ voteId, number }, signedInContext(context));
    const message = taken.ok ? 'votingPaper:table.takenBack' : refusalMessage('votingPaper', taken);
    return goTo(here, platform, { tone: taken.ok ? 'success' : 'danger', message });
  }
  const read = readPaperForm(typedIn(args), table, table.projects);
  const back = (mistake: string | null, status: number) =>
    data({ typed: read.typed, content: read.content, seen: seenText(read), mistake }, { status });
  if (read.content === null) return back(read.mistake === null ? null : messageOf(read.mistake), 422);
  const barrier = await paperBarrier(database, actor, voteId, read.typed.paper);
  if (barrier !== null) return back(`votingPaper:refusal.${barrier}`, refusalStatus(barrier));
  // what is saved is what was looked at: who changed something looks again
  if (formText(form, 'intent') !== 'save' || formText(form, 'seen') !== seenText(read)) return back(null, 200);
  const paper = readPaper(read.typed.paper);
  const entry = { voteId, paper: read.typed.paper, content: read.content };
  const entered = await enterPaper(entry, signedInContext(context), platform.env.sessionSecret);
  if (!entered.ok) return back(refusalMessage('votingPaper', entered), refusalStatus(entered.reason));
  const name = paper === null ? '' : showPaper(paper.number, paper.letters);
  const message = formMessage(`votingPaper:table.done.${entered.value}`, { paper: name });
  return goTo(here, platform, { tone: entered.value === 'differs' ? 'danger' : 'success', message });
});

function typedIn({ form }: GuardedAction): PaperTyped {
  return {
    paper: formText(form, 'paper').slice(0, 40),
    numbers: formText(form, 'numbers').slice(0, 400),
    plans: form
      .getAll('plan')
      .map(Number)
      .filter((number) => Number.isInteger(number)),
    invalid: formText(form, 'invalid'),
  };
}

function messageOf(mistake: PaperMistake): string {
  return mistake.key === 'unknown'
    ? formMessage('votingPaper:mistake.unknown', { numbers: mistake.numbers.join(', ') })
    : `votingPaper:mistake.${mistake.key}`;
}

export const meta = pageTitle<typeof loader>((t) => t('votingPaper:table.title'));

export default function TablePage() {
  const table = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('votingPaper');
  const voting = useTranslation('voting').t;
  const crumbs = [
    { label: voting('crumb'), href: '/stemmen' },
    { label: <Written>{table.title}</Written>, href: `/stemmen/${table.slug}` },
  ];
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={crumbs} />}
        title={t('table.title')}
        lead={t('table.lead')}
        tone="plain"
      />
      {table.takesPapers ? (
        <PaperForm table={table} reply={reply ?? null} />
      ) : (
        <Notice title={t('table.notNow')}>
          <p>{t(table.wasCounted ? 'table.countedText' : 'table.notNowText')}</p>
        </Notice>
      )}
      <WaitingPapers waiting={table.waiting} />
    </Page>
  );
}
