import { useTranslation } from 'react-i18next';
import { Icon } from '../icon/icon.tsx';
import { Brand } from './brand.tsx';
import { LanguageSwitch } from './language-switch.tsx';

export type WorkItem = {
  label: string;
  href: string;
  /** How many things wait there. */
  waiting?: number;
};

export type SiteHeaderProps = {
  /** Path and query of this page: marks the navigation, and the language switch comes back to it. */
  currentPath: string;
  /** Name of who is signed in, as that person wants to be called; null for a visitor. */
  personName: string | null;
  /** How many conversations hold something new for who is signed in. */
  unread?: number;
  /** Desks of the person's roles: Loket, Beoordelen, Besluiten voorbereiden. */
  workItems?: readonly WorkItem[];
};

const places = [
  { key: 'initiatives', href: '/initiatieven' },
  { key: 'market', href: '/portfolios' },
  { key: 'meet', href: '/ontmoet' },
  { key: 'decisions', href: '/besluiten' },
  { key: 'bodies', href: '/opgaveteams' },
  { key: 'money', href: '/budgetten' },
  { key: 'how', href: '/zo-werkt-het' },
] as const;

const submitPlan = '/initiatieven/nieuw';

/** The front of the building: name, ways in, and the one thing we hope you will do. */
export function SiteHeader({ currentPath, personName, unread = 0, workItems = [] }: SiteHeaderProps) {
  const { t } = useTranslation('shell');
  // the search page has the field itself
  const isSearching = currentPlace(currentPath, '/zoeken') !== undefined;
  return (
    <header className="on-deep no-print">
      <div className="page-band bg-deep text-on-deep">
        <div className="shell-bar">
          <a href="/" className="py-1 text-on-deep no-underline hover:text-on-deep" aria-label={t('home')}>
            <Brand />
          </a>
          {isSearching ? null : (
            <a href="/zoeken" className="shell-link ml-auto px-2.5 max-[22rem]:hidden lg:hidden">
              <Icon name="search" label={t('search.link')} />
            </a>
          )}
          <details className="shell-menu unfold-lg group">
            <summary className="button button-sun">
              <span className="max-[27rem]:hidden">
                <span className="group-open:hidden">
                  <Icon name="menu" />
                </span>
                <span className="hidden group-open:inline">
                  <Icon name="cross" />
                </span>
              </span>
              {t('menu')}
            </summary>
            <div className="shell-menu-content">
              {isSearching ? null : <HeaderSearch />}
              <div className="shell-account">
                <LanguageSwitch currentPath={currentPath} />
                <Account currentPath={currentPath} personName={personName} unread={unread} />
              </div>
              <nav aria-label={t('navigation')} className="shell-places">
                <ul className="shell-places-list">
                  {places.map((place) => (
                    <li key={place.key}>
                      <a
                        href={place.href}
                        aria-current={currentPlace(currentPath, place.href)}
                        className="shell-link shell-link-main"
                      >
                        {t(`places.${place.key}`)}
                      </a>
                    </li>
                  ))}
                </ul>
                <a href={submitPlan} className="button button-sun">
                  {t('submitPlan')}
                </a>
              </nav>
            </div>
          </details>
        </div>
      </div>
      {workItems.length === 0 ? null : <WorkBar currentPath={currentPath} items={workItems} />}
    </header>
  );
}

/** Searching from every page. */
function HeaderSearch() {
  const { t } = useTranslation('shell');
  return (
    <form method="get" action="/zoeken" role="search" aria-label={t('search.label')} className="shell-search">
      <input
        type="search"
        name="q"
        maxLength={200}
        aria-label={t('search.field')}
        placeholder={t('search.placeholder')}
        autoComplete="off"
        className="input"
      />
      <button type="submit" className="button button-quiet">
        <Icon name="search" label={t('search.submit')} />
      </button>
    </form>
  );
}

type AccountProps = Pick<SiteHeaderProps, 'currentPath' | 'personName'> & { unread: number };

function Account({ currentPath, personName, unread }: AccountProps) {
  const { t } = useTranslation('shell');
  if (personName === null) {
    return (
      <a href="/inloggen" className="shell-link">
        <Icon name="person" />
        {t('signIn')}
      </a>
    );
  }
  return (
    <>
      <a href="/berichten" aria-current={currentPlace(currentPath, '/berichten')} className="shell-link">
        <Icon name="mail" />
        <span>{t('messages')}</span>
        {unread === 0 ? null : <Count count={unread} words={t('unread')} />}
      </a>
      <a href="/mijn" aria-current={currentPlace(currentPath, '/mijn')} className="shell-link">
        <Icon name="person" />
        <span>
          {t('mine')} <span className="font-normal text-on-deep-soft">{personName}</span>
        </span>
      </a>
    </>
  );
}

/** How many things wait somewhere, beside its name. */
function Count({ count, words }: { count: number; words: string }) {
  return (
    <span className="tabular rounded-sm bg-sun px-1.5 text-sm font-bold text-on-sun no-underline">
      {count}
      <span className="sr-only"> {words}</span>
    </span>
  );
}

/** The desks behind the counter, for who has a role. */
function WorkBar({ currentPath, items }: { currentPath: string; items: readonly WorkItem[] }) {
  const { t } = useTranslation('shell');
  // a desk can lie below another one: only the nearest is marked
  const [nearest] = items
    .filter(({ href }) => currentPlace(currentPath, href) !== undefined)
    .sort((one, other) => other.href.length - one.href.length);
  return (
    <div className="page-band bg-deep-raised text-on-deep">
      <nav aria-label={t('work')} className="-mx-3 flex flex-wrap items-center gap-x-1 sm:mx-0">
        <span className="mr-3 hidden text-sm text-on-deep-soft sm:inline">{t('work')}</span>
        {items.map((item) => (
          <a
            key={item.href}
            href={item.href}
            aria-current={item === nearest ? currentPlace(currentPath, item.href) : undefined}
            className="shell-link"
          >
            {item.label}
            {item.waiting === undefined || item.waiting === 0 ? null : (
              <Count count={item.waiting} words={t('waiting')} />
            )}
          </a>
        ))}
      </nav>
    </div>
  );
}

/** `page` on the place itself, `true` on everything below it, but the plan form is not the list of initiatives. */
function currentPlace(currentPath: string, href: string): 'page' | 'true' | undefined {
  const path = currentPath.split('?')[0] ?? '';
  if (path === href) return 'page';
  return path.startsWith(`${href}/`) && !path.startsWith(submitPlan) ? 'true' : undefined;
}
