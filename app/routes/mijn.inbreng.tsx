import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { useMoveTitle } from '#app/components/contribution/move-title.ts';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { contributionHref } from '#app/modules/actions/contribution.ts';
import type { ContributionLine } from '#app/modules/actions/contribution-views.ts';
import { ownContributions } from '#app/modules/actions/queries/contributions.query.server.ts';
import { signedIn } from '#app/modules/people/policy.ts';

export const loader = guardLoader(signedIn, async ({ database, context }) => ({
  lines: await ownContributions(database, signedInContext(context).actor),
}));

export const meta = pageTitle<typeof loader>((t) => t('contributions:mine.title'));

export default function MyContributions() {
  const { lines } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['contributions', 'people']);
  return (
    <Page width="reading">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('people:mine.title'), href: '/mijn' }]} />}
        title={t('mine.title')}
        lead={t('mine.lead')}
        tone="plain"
      />
      {lines.length === 0 ? (
        <EmptyState
          title={t('mine.none')}
          stampId="geen-inbreng"
          action={<ButtonLink href="/initiatieven/nieuw">{t('mine.add')}</ButtonLink>}
        >
          <p>{t('mine.noneText')}</p>
        </EmptyState>
      ) : (
        <ul className="flex flex-col gap-4">
          {lines.map((line) => (
            <OwnLine key={`${line.kind}:${line.id}`} line={line} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function OwnLine({ line }: { line: ContributionLine }) {
  const { t, i18n } = useTranslation('contributions');
  const titleOf = useMoveTitle();
  const { kind, title, text, saidAt, last } = line;
  return (
    <li className="rounded bg-surface p-4 sm:p-5">
      <p className="text-sm text-ink-soft">
        {t('page.eyebrow', { kind: t(`kind.${kind}`), day: dateText(saidAt, 'day', i18n.language) })}
      </p>
      <h2 className="text-lg break-words">
        <a href={contributionHref(line)}>
          <Written>{title === '' ? text : title}</Written>
        </a>
      </h2>
      <p className="mt-1">
        {last === null ? (
          t('mine.nothing')
        ) : (
          <>
            {t('mine.last')}: <Written>{titleOf(last)}</Written> ({dateText(last.at, 'short', i18n.language)})
          </>
        )}
      </p>
    </li>
  );
}
