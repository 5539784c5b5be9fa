import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { ButtonLink, SubmitButton } from '#app/components/forms/buttons.tsx';
import { ItemButton } from '#app/components/forms/item-button.tsx';
import { LabelledField } from '#app/components/forms/labelled-field.tsx';
import { useSmallForm } from '#app/components/forms/small-form.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { ReadingAlong } from '#app/components/people/reading-along.tsx';
import { PaperNumbersTable } from '#app/components/voting/paper-numbers.tsx';
import { PrintPapers } from '#app/components/voting/print-papers.tsx';
import { firstMistake } from '#app/http/first-mistake.ts';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { smallFormBack } from '#app/http/small-form.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { appointTableVolunteer, dismissTableVolunteer } from '#app/modules/voting/commands/staff-table.server.ts';
import { appointForm } from '#app/modules/voting/form.ts';
import { readsVoteWork, runsVotes } from '#app/modules/voting/policy.ts';
import { paperWork } from '#app/modules/voting/queries/paper-work.query.server.ts';
import type { PaperWorkView } from '#app/modules/voting/views.ts';

export const loader = guardLoader(readsVoteWork, async ({ database, actor, params, platform }) => {
  const vote = await paperWork(database, actor, params.id ?? '');
  if (vote === null) throw notFound();
  const address = `${platform.env.publicUrl}/stemwerk/${vote.id}/tafel`;
  return { vote, formKey: newId(), address: address.replace(/^https?:\/\//, '') };
});

export const action = guardAction(runsVotes, async ({ form, params, platform, database, actor, context }) => {
  const voteId = params.id ?? '';
  // another team's vote is not there
  if ((await paperWork(database, actor, voteId)) === null) throw notFound();
  const isDismissal = formText(form, 'intent') === 'dismiss';
  const read = isDismissal ? null : parseForm(form, appointForm);
  if (read !== null && read.status !== 'success') return smallFormBack(form, firstMistake(read.reply()));
  const acting = signedInContext(context);
  const outcome =
    read === null
      ? await dismissTableVolunteer({ voteId, volunteerId: formText(form, 'volunteer') }, acting)
      : await appointTableVolunteer({ voteId, email: read.value.email }, acting);
  if (!outcome.ok) return smallFormBack(form, refusalMessage('votingPaper', outcome), refusalStatus(outcome.reason));
  const message = isDismissal ? 'votingPaper:work.dismissed' : 'votingPaper:work.appointed';
  return goTo(`/stemwerk/${voteId}/papier`, platform, { tone: 'success', message });
});

export const meta = pageTitle<typeof loader>((t) => t('votingPaper:work.title'));

export default function PaperWorkPage() {
  const { vote, address, formKey } = useLoaderData<typeof loader>();
  const { t } = useTranslation('votingPaper');
  const work = useTranslation('votingWork').t;
  const crumbs = [
    { label: work('crumb'), href: '/stemwerk' },
    { label: <Written>{vote.title}</Written>, href: `/stemwerk/${vote.id}` },
  ];
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={crumbs} />}
        title={t('work.title')}
        lead={t('work.lead')}
        tone="sand"
        actions={
          <ButtonLink href={`/stemwerk/${vote.id}/biljetten`} tone="quiet">
            {t('work.specimen')}
          </ButtonLink>
        }
      />
      {vote.mayRun ? null : <ReadingAlong />}
      <Volunteers vote={vote} address={address} />
      <PrintPapers vote={vote} formKey={formKey} />
      {vote.numbers === null ? null : (
        <Section title={t('work.numbers')}>
          <PaperNumbersTable numbers={vote.numbers} />
        </Section>
      )}
    </Page>
  );
}

function Volunteers({ vote, address }: { vote: PaperWorkView; address: string }) {
  const { t } = useTranslation('votingPaper');
  const form = useSmallForm({ intent: 'appoint' });
  const dismissal = useSmallForm({ intent: 'dismiss' });
  const isStaffed = vote.mayRun && ['announced', 'open', 'closed'].includes(vote.state);
  return (
    <Section title={t('work.volunteers')}>
      <p className="mb-4 max-w-prose">{t('work.volunteersText', { address })}</p>
      {dismissal.mistake}
      {vote.volunteers.length === 0 ? (
        <p>{t('work.noVolunteers')}</p>
      ) : (
        <ul className="flex max-w-prose flex-col gap-2">
          {vote.volunteers.map(({ id, name }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 rounded bg-surface px-4 py-2">
              <span className="font-semibold">{name}</span>
              {isStaffed ? (
                <ItemButton
                  name="volunteer"
                  value={id}
                  intent="dismiss"
                  label={t('work.dismiss')}
                  labelOf={t('work.dismissOf', { name })}
                />
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {isStaffed ? (
        <form method="post" className="mt-5 flex flex-col items-start gap-3">
          {form.mistake}
          <div className="flex flex-wrap items-end gap-4">
            <LabelledField id="vrijwilliger" label={t('work.email')} isInRow>
              <input
                id="vrijwilliger"
                name="email"
                type="email"
                required
                className="input"
                autoComplete="off"
                defaultValue={form.typed('email', '')}
              />
            </LabelledField>
            <SubmitButton name="intent" value="appoint">
              {t('work.appoint')}
            </SubmitButton>
          </div>
        </form>
      ) : null}
    </Section>
  );
}
