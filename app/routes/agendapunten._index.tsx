import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { readsItems } from '#app/modules/gatherings/agenda-policy.ts';
import { itemWork, type ItemWork } from '#app/modules/gatherings/queries/agenda-items.query.server.ts';

export const loader = guardLoader(readsItems, async ({ database, actor }) => ({
  items: await itemWork(database, actor),
}));

export const meta = pageTitle<typeof loader>((t) => t('eveningWork:desk.title'));

export default function ItemDesk() {
  const { items } = useLoaderData<typeof loader>();
  const { t } = useTranslation('eveningWork');
  const waiting = items.filter(({ state }) => state === 'asked');
  const done = items.filter(({ state }) => state === 'answered');
  return (
    <Page>
      <PageHeader title={t('desk.title')} lead={t('desk.lead')} tone="plain" />
      <Section title={t('desk.waiting')}>
        {waiting.length === 0 ? (
          <EmptyState title={t('desk.none')} stampId="geen-agendapunten">
            <p>{t('desk.noneText')}</p>
          </EmptyState>
        ) : (
          <ItemLines items={waiting} />
        )}
      </Section>
      {done.length === 0 ? null : (
        <Section title={t('desk.done')}>
          <ItemLines items={done} />
        </Section>
      )}
    </Page>
  );
}

function ItemLines({ items }: { items: readonly ItemWork[] }) {
  const { t, i18n } = useTranslation(['eveningWork', 'eveningReport']);
  return (
    <ul className="flex flex-col gap-4">
      {items.map(({ id, title, body, gathering, putForwardAt, answer }) => (
        <li key={id} className="rounded bg-surface p-4">
          <h3 className="text-xl break-words">
            <a href={`/agendapunten/${id}`}>
              <Written>{title}</Written>
            </a>
          </h3>
          <p>
            <Written>{t('eveningReport:itemTo', { body: body.name })}</Written>
          </p>
          <p className="text-ink-soft">
            {t('desk.from', {
              gathering: gathering.title,
              day: dateText(putForwardAt, 'day', i18n.language),
            })}
          </p>
          {answer === null ? null : <p className="font-semibold">{t(`eveningReport:answer.${answer}`)}</p>}
        </li>
      ))}
    </ul>
  );
}
