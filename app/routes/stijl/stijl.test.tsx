import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { describe, expect, test } from 'vitest';
import { SiteShell } from '#app/components/shell/site-shell.tsx';
import { textsOf } from '#app/i18n/all.server.ts';
import { locales } from '#app/i18n/locale.ts';
import { DetailSpecimens, FigureSpecimens, ListSpecimens } from './content-specimens.tsx';
import { FormSpecimens } from './form-specimens.tsx';
import { Foundations } from './foundations.tsx';

const area = { code: 'FC01', name: 'Dichtersbuurt', path: 'M0 0h9v9z', href: '/initiatieven?buurt=FC01' };

describe.each(locales)('every component, in %s', (locale) => {
  const html = renderToStaticMarkup(
    <I18nextProvider i18n={textsOf(locale)}>
      <SiteShell
        currentPath="/stijl"
        personName="Fatima"
        workItems={[{ label: 'Loket', href: '/loket', waiting: 4 }]}
        demoHref="/demo"
        flash={{ text: 'Je plan is bewaard.' }}
      >
        <Foundations />
        <ListSpecimens />
        <DetailSpecimens />
        <FigureSpecimens areas={[area]} viewBox="0 0 9 9" />
        <FormSpecimens />
      </SiteShell>
    </I18nextProvider>,
  );

  test('sends a title on as it is written, with its address', () => {
    const sent = encodeURIComponent('Tuin & keuken https://localhost/initiatieven/tuin-en-keuken');
    expect(html).toContain(`href="https://wa.me/?text=${sent}"`);
    expect(html).toContain(`&amp;body=${sent}"`);
  });

  test('has nothing that the content security policy forbids', () => {
    expect(html).not.toMatch(/ style="| on[a-z]+="|<script/);
  });

  test('has words for every text', () => {
    const shown = html.replace(/<[^>]*>/g, ' ');
    const spoken = [...html.matchAll(/aria-label="([^"]*)"/g)].map(([, label]) => label).join(' ');
    expect(`${shown} ${spoken}`).not.toMatch(/\b[a-z][A-Za-z]+[.:](?:[a-z][A-Za-z]+)\b|\{\{/);
  });

  test('points only to what is there: labels, descriptions and links within the page', () => {
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const references = [...html.matchAll(/ (?:for|aria-describedby|aria-labelledby)="([^"]+)"| href="#([^"]+)"/g)];
    const named = references.flatMap(([, list, target]) => (list ?? target ?? '').split(' '));
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
    expect(named.length).toBeGreaterThan(20);
  });
});
