import type { Bench } from './context.ts';
import { openWeb } from './web.ts';

const pages = [
  '/favicon.svg',
  '/',
  '/initiatieven',
  '/initiatieven?zoek=vuilnisoprer',
  '/initiatieven/vuilnisoproer',
  '/opgaveteams',
  '/besluiten',
  '/besluiten/2024-0001',
  '/fondsen',
  `/fondsen/eigenaarschap-inclusie-democratie-${String(new Date().getFullYear())}`,
  '/budgetten',
  '/budgetten.json',
  '/budgetten/wijken',
];

/** Pages as the demo has them; the first is a file, which is as fast as this server can be. */
export async function benchDemoPages({ platform, origin, report }: Bench): Promise<void> {
  const size = await platform.database.initiative.count({ where: { stage: { not: 'draft' } } });
  const web = await openWeb(await origin());
  try {
    for (const page of pages)
      report.add({ part: 'demo pages', what: page, size, parallel: 8, ...(await web.visit([page])) });
  } finally {
    web.close();
  }
}
