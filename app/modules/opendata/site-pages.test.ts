import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fixedPages, forPeopleHere } from './site-pages.ts';

/** Neither for a list of pages nor hidden: forms beside public pages, parts of other pages, and a page for who builds this. */
const neither = [
  ...['/initiatieven/nieuw', '/portfolios/nieuw', '/donutfonds/aanvragen', '/vergaderingen/inbrengen'],
  ...['/initiatieven/lijkt-op', '/stijl', '/taal', '/te-groot'],
];

/** Every page whose address is always the same. */
const pages = readdirSync('app/routes')
  .filter((name) => !/[$[]|\.ts$/.test(name))
  .map(
    (name) =>
      `/${name
        .replace(/\.tsx$/, '')
        .replace(/\.?_index$/, '')
        .replaceAll('_.', '.')
        .replaceAll('.', '/')}`,
  );

it('every page with a fixed address is in the sitemap, or robots are kept out of it', () => {
  const hidden = (page: string) => forPeopleHere.some((path) => page.startsWith(path));
  const known = new Set<string>([...fixedPages, ...neither]);
  expect(pages.filter((page) => !known.has(page) && !hidden(page))).toEqual([]);
  expect(fixedPages.filter((page) => hidden(page) || !pages.includes(page))).toEqual([]);
  expect(pages).toContain('/besluiten');
});
