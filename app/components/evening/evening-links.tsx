import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../forms/buttons.tsx';
import { Section } from '../page/section.tsx';

type EveningLinksProps = {
  slug: string;
  /** Which pages there is something to do or to read on, now. */
  shows: {
    workshops?: boolean;
    questions?: boolean;
    promises?: boolean;
    report?: boolean;
  };
  /** Token of the personal link, where the page has one. */
  token?: string;
};

/** Ways to what one does at an evening, at the moment when it is there. Pages of the room add theirs to `pages`. */
export function EveningLinks({ slug, shows, token }: EveningLinksProps) {
  const { t } = useTranslation('evening');
  const here = `/ontmoet/${slug}`;
  const own = token === undefined ? '' : `/${token}`;
  const pages = [
    { shown: shows.report, href: `${here}/verslag`, label: t('links.report') },
    { shown: shows.workshops, href: `${here}/workshops${own}`, label: t('links.workshops') },
    { shown: shows.questions, href: `${here}/vragen`, label: t('links.questions') },
    { shown: shows.promises, href: `${here}/beloftes${own}`, label: t('links.promises') },
  ].filter(({ shown }) => shown === true);
  if (pages.length === 0) return null;
  return (
    <Section title={t('links.title')}>
      <ul className="flex flex-wrap gap-3">
        {pages.map(({ href, label }, index) => (
          <li key={href}>
            <ButtonLink href={href} tone={index === 0 ? 'main' : 'quiet'}>
              {label}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}
