import { describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { reportNumber } from '#app/modules/budgets/spending-report.ts';
import type { DemoAccount } from '#app/modules/people/demo-account.ts';
import { expectAccessible, useBrowser } from '#tests/support/browser.ts';
import { fillDemo, signInAs } from '#tests/support/demo.ts';
import { useProduct } from '#tests/support/product.ts';
import { publicPages } from './public-pages.ts';
import { workPages } from './work-pages.ts';

const product = useProduct({ fill: fillDemo });
const browser = useBrowser();

/** An assignment that the programme manager of the demo began. @returns id of the draft */
async function assignmentDraft(): Promise<string> {
  const { database } = product;
  const person = await database.person.findFirstOrThrow({ where: { email: 'programmamanager@wijkbeurs.example' } });
  const { id: bodyId } = await database.body.findUniqueOrThrow({
    where: { slug: 'eigenaarschap-inclusie-democratie' },
  });
  const { id: organisationId } = await database.organisation.findFirstOrThrow({ where: { slug: 'woon' } });
  const id = newId();
  await database.assignmentDraft.create({
    data: { id, personId: person.id, bodyId, organisationId, fields: {}, savedAt: new Date() },
  });
  return id;
}

/** What stands for the names in those addresses. */
async function addresses(): Promise<(path: string) => string> {
  const db = product.database;
  const round = async (state: string) => db.round.findFirstOrThrow({ where: { state } });
  const assignment = async (account: string, stage: string) => {
    const found = await db.reviewAssignment.findFirstOrThrow({
      where: {
        person: { email: `${account}@wijkbeurs.example` },
        roundEntry: { initiative: { title: { startsWith: stage } } },
      },
    });
    return found.id;
  };
  const initiative = async (title: string) =>
    (await db.initiative.findFirstOrThrow({ where: { title: { startsWith: title } } })).id;
  const sentReport = async () => {
    const { year, sequence } = await db.spendingReport.findFirstOrThrow({ where: { state: 'sent' } });
    return reportNumber(year, sequence ?? 0);
  };
  const meetingWith = async (where: { minutes: { state: string } | null }) =>
    (await db.meeting.findFirstOrThrow({ where: { ...where, state: 'announced' } })).slug;
  const ofPlan = { origin: 'product', initiativeId: { not: null } };
  const assigned = { origin: 'product', initiativeId: null, instrument: 'assignment' };
  const names: Record<string, string> = {
    granted: (await db.decision.findFirstOrThrow({ where: { ...ofPlan, state: 'confirmed' } })).number ?? '',
    prepared: (await db.decision.findFirstOrThrow({ where: { ...ofPlan, state: 'prepared' } })).id,
    assigned: (await db.decision.findFirstOrThrow({ where: { ...assigned, state: 'confirmed' } })).number ?? '',
    assignment: (await db.decision.findFirstOrThrow({ where: { ...assigned, state: 'prepared' } })).id,
    assignmentDraft: await assignmentDraft(),
    award: (await db.decision.findFirstOrThrow({ where: { instrument: 'award', outcome: 'decline' } })).number ?? '',
    donutNow: String((await db.donutCall.findFirstOrThrow({ where: { state: 'open' } })).year),
    donutBefore: String((await db.donutCall.findFirstOrThrow({ where: { state: 'decided' } })).year),
    donor: (await db.donor.findFirstOrThrow({ where: { display: 'name' } })).id,
    fund: (await db.fund.findFirstOrThrow({ where: { decisions: { some: {} } } })).slug,
    undone:
      (await db.budgetChange.findFirstOrThrow({ where: { entry: { correctedBy: { isNot: null } } } })).number ?? '',
    proposed: (await db.budgetChange.findFirstOrThrow({ where: { state: 'proposed' } })).id,
    report: await sentReport(),
    openVote: (await db.vote.findFirstOrThrow({ where: { state: 'open' } })).id,
    draft: (await db.spendingReport.findFirstOrThrow({ where: { state: 'draft' } })).id,
    organisation: (await db.organisation.findFirstOrThrow({ orderBy: { slug: 'asc' } })).slug,
    open: (await round('open')).slug,
    closed: (await round('closed')).slug,
    openId: (await round('open')).id,
    closedId: (await round('closed')).id,
    spending: (await db.smallSpending.findFirstOrThrow({ where: { state: 'proposed' } })).id,
    submitted: await initiative('Huiswerkkamer'),
    toDecide: await initiative('Open buurtpodium'),
    done: await assignment('beoordelaar-1', 'Jong schoonteam'),
    toDeclare: await assignment('beoordelaar-2', 'Verhalentafel'),
    activity: (await db.activity.findFirstOrThrow({ where: { decisionId: { not: null } } })).slug,
    hallActivity: (await db.activity.findFirstOrThrow({ where: { spendingId: { not: null } } })).slug,
    batch: (await db.paymentBatch.findFirstOrThrow({ where: { state: 'sent' } })).number,
    booking: (await db.statementItem.findFirstOrThrow({ where: { state: 'open' } })).id,
    talk: (await db.conversation.findFirstOrThrow({ where: { asker: { slug: 'koken-op-dinsdag' } } })).id,
    shut: await assignment('beoordelaar-3', 'Jong schoonteam'),
    meetingRead: await meetingWith({ minutes: { state: 'published' } }),
    meetingSent: await meetingWith({ minutes: { state: 'sent' } }),
    meetingWritten: await meetingWith({ minutes: { state: 'concept' } }),
    meetingComing: await meetingWith({ minutes: null }),
    request: (await db.meetingRequest.findFirstOrThrow({ where: { state: 'asked' } })).id,
    placed: (await db.meetingRequest.findFirstOrThrow({ where: { state: 'placed' } })).id,
  };
  return (path) => path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => names[name] ?? '');
}

async function expectGood(page: Awaited<ReturnType<typeof browser.newPage>>, path: string): Promise<void> {
  const response = await page.goto(`${product.url}${path}`);
  expect(response?.status(), path).toBe(200);
  expect(await page.locator('h1').count(), `headings of ${path}`).toBe(1);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, `${path} scrolls sideways`).toBeLessThanOrEqual(320);
  await expectAccessible(page);
}

const narrow = { viewport: { width: 320, height: 800 } };

describe('pages on a narrow phone', () => {
  test('for the public', async () => {
    const page = await browser.newPage(narrow);
    const address = await addresses();
    for (const path of publicPages) await expectGood(page, address(path));
  });

  test('for the public, in the dark and in English', async () => {
    const page = await browser.newPage({ ...narrow, colorScheme: 'dark', locale: 'en-GB' });
    const address = await addresses();
    for (const path of [
      '/',
      '/initiatieven',
      '/besluiten/:granted',
      '/fondsen',
      '/budgetten',
      '/rondes/:closed',
      '/opgaveteams',
    ]) {
      await expectGood(page, address(path));
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
    }
  });

  test.each(Object.entries(workPages) as [DemoAccount, string[]][])('for %s', async (account, paths) => {
    const page = await browser.newPage(narrow);
    await signInAs(page, product.url, account);
    const address = await addresses();
    for (const path of paths) await expectGood(page, address(path));
  });
});

test('no page tells the name or address of a private person to the public', async () => {
  const people = await product.database.person.findMany({ select: { id: true, name: true, email: true } });
  // who leads a meeting is public by name, on the pages of meetings
  const chairs = (await product.database.meeting.findMany({ select: { chairName: true } })).map((one) => one.chairName);
  const address = await addresses();
  for (const path of publicPages.filter((one) => !one.startsWith('/demo'))) {
    const isOfMeetings = path.startsWith('/vergaderingen');
    const html = await (await fetch(`${product.url}${address(path)}`)).text();
    for (const { id, name, email } of people) {
      const secrets = isOfMeetings && chairs.includes(name) ? [id, email] : [id, name, email];
      for (const secret of secrets) expect(html.includes(secret), `${secret} on ${path}`).toBe(false);
    }
  }
});
