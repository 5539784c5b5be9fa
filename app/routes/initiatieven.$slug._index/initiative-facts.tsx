import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { dateText } from '#app/kernel/date-text.ts';
import { Facts } from '#app/components/content/facts.tsx';
import { Money } from '#app/components/content/money.tsx';
import type { InitiativePageView } from '#app/modules/initiatives/queries/initiative-page.query.server.ts';

/** Who, where, what about, with whom, how much and when. */
export function InitiativeFacts({ initiative }: { initiative: InitiativePageView }) {
  const { t } = useTranslation('initiatives');
  const { content, organisation, submitterName } = initiative;
  const submitter = organisation?.name ?? submitterName ?? (content === null ? null : t('page.resident'));
  const group = content?.group ?? '';
  const places = initiative.wholeDistrict
    ? [{ key: 'district', href: '/initiatieven?gebied=district', name: t('page.district') }]
    : initiative.areas.map(({ code, name }) => ({ key: code, href: `/initiatieven?gebied=${code}`, name }));
  const partners = initiative.partners
    .map(({ name }) => name)
    .concat(content?.otherPartners ? [content.otherPartners] : []);
  return (
    <Facts
      facts={[
        {
          term: t('page.who'),
          value:
            submitter === null ? null : (
              <>
                {submitter}
                {group === '' ? null : (
                  <>
                    , <Written>{group}</Written>
                  </>
                )}
              </>
            ),
        },
        {
          term: t('page.partners'),
          value: lines(partners.map((name) => ({ key: name, content: <Written>{name}</Written> }))),
        },
        {
          term: t('page.where'),
          value: lines([
            ...places.map(linked),
            ...(content?.place ? [{ key: 'place', content: <Written>{content.place}</Written> }] : []),
          ]),
        },
        {
          term: t('page.themes'),
          value: lines(
            initiative.themes.map(({ slug, name }) => linked({ key: slug, href: `/initiatieven?thema=${slug}`, name })),
          ),
        },
        {
          term: t('page.body'),
          value:
            initiative.body === null ? null : (
              <a href={`/opgaveteams/${initiative.body.slug}`}>
                <Written>{initiative.body.name}</Written>
              </a>
            ),
        },
        {
          term: t('page.asked'),
          value: content === null || initiative.requested === 0 ? null : <Money cents={initiative.requested} />,
        },
        { term: t('page.period'), value: content === null ? null : <Period content={content} /> },
      ]}
    />
  );
}

type Line = { key: string; content: ReactNode };

function linked({ key, href, name }: { key: string; href: string; name: string }): Line {
  return { key, content: <a href={href}>{name}</a> };
}

function lines(items: readonly Line[]): ReactNode {
  if (items.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1">
      {items.map(({ key, content }) => (
        <li key={key} className="whitespace-pre-line">
          {content}
        </li>
      ))}
    </ul>
  );
}

function Period({ content }: { content: NonNullable<InitiativePageView['content']> }) {
  const { t, i18n } = useTranslation('initiatives');
  const from = dateText(content.startsOn, 'day', i18n.language);
  if (content.endsOn === null) return <>{t('page.periodFrom', { from })}</>;
  return <>{t('page.periodTo', { from, to: dateText(content.endsOn, 'day', i18n.language) })}</>;
}
