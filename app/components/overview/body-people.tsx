import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Written } from '../content/written.tsx';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { DateText } from '../content/date-text.tsx';
import { Facts } from '../content/facts.tsx';
import { Card } from '../page/card.tsx';

type Link = { slug: string; name: string };
type Paper = { key: string; title: string; date: CalendarDate | null };

type BodyFactsProps = {
  body: {
    chairName: string | null;
    chairOrganisation: string | null;
    parent: Link | null;
    children: readonly Link[];
    areas: readonly { code: string; name: string }[];
    themes: readonly Link[];
    source: Paper | null;
    rewrittenOn: CalendarDate | null;
  };
};

/** A team in a few facts. */
export function BodyFacts({ body }: BodyFactsProps) {
  const { t } = useTranslation('programme');
  const links = (items: readonly { key: string; href: string; name: ReactNode }[]) =>
    items.length === 0 ? null : (
      <ul>
        {items.map(({ key, href, name }) => (
          <li key={key}>
            <a href={href} className="inline-block py-1">
              {name}
            </a>
          </li>
        ))}
      </ul>
    );
  const bodies = (items: readonly Link[]) =>
    links(
      items.map(({ slug, name }) => ({ key: slug, name: <Written>{name}</Written>, href: `/opgaveteams/${slug}` })),
    );
  const from = body.chairOrganisation === null ? null : t('body.chairFrom', { organisation: body.chairOrganisation });
  return (
    <Card tone="sand">
      <h2 className="sr-only">{t('body.facts')}</h2>
      <Facts
        facts={[
          { term: t('body.chair'), value: [body.chairName, from].filter((text) => text !== null).join(', ') },
          { term: t('body.reportsTo'), value: body.parent === null ? null : bodies([body.parent]) },
          { term: t('body.under'), value: bodies(body.children) },
          {
            term: t('body.worksIn'),
            value:
              links(
                body.areas.map(({ code, name }) => ({
                  key: code,
                  name: <Written>{name}</Written>,
                  href: `/gebieden/${code}`,
                })),
              ) ?? t('body.wholeDistrict'),
          },
          {
            term: t('body.themes'),
            value: links(
              body.themes.map(({ slug, name }) => ({ key: slug, name, href: `/initiatieven?thema=${slug}` })),
            ),
          },
          { term: t('body.source'), value: body.source === null ? null : <PaperLink paper={body.source} /> },
          {
            term: t('body.rewritten'),
            value: body.rewrittenOn === null ? null : <DateText value={body.rewrittenOn} format="day" />,
          },
        ]}
      />
    </Card>
  );
}

/** The paper from which a fact was taken. */
export function PaperLink({ paper }: { paper: Paper }) {
  return (
    <a href={`/bronnen#${paper.key}`} className="font-normal">
      <Written>{paper.title}</Written>
      {paper.date === null ? null : (
        <>
          , <DateText value={paper.date} format="day" />
        </>
      )}
    </a>
  );
}

type BodyPeopleProps = { body: { organisations: readonly { name: string }[]; residentCount: number } };

/** Who sits in it: organisations, and how many residents. */
export function BodyPeople({ body }: BodyPeopleProps) {
  const { t } = useTranslation('programme');
  const isEmpty = body.organisations.length === 0 && body.residentCount === 0;
  return (
    <section aria-labelledby="wie">
      <h2 id="wie" className="mb-2 text-xl">
        {t('body.who')}
      </h2>
      {isEmpty ? (
        <p className="text-ink-soft">{t('body.nobody')}</p>
      ) : (
        <>
          <ul className="flex flex-col gap-1">
            {body.residentCount === 0 ? null : (
              <li className="font-semibold">{t('body.residents', { count: body.residentCount })}</li>
            )}
            {body.organisations.map(({ name }) => (
              <li key={name}>
                <Written>{name}</Written>
              </li>
            ))}
          </ul>
          <p className="mt-3 text-sm text-ink-soft">{t('body.whoText')}</p>
        </>
      )}
    </section>
  );
}
