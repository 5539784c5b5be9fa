import { cents } from '#app/kernel/money.ts';
import type { Database } from '#app/platform/database.server.ts';

/** What somebody proposed, answered and wrote about budgets, reports and limits: which step, when, and their own words. */
export async function myBudgetData(database: Database, personId: string) {
  return {
    changesProposed: inCents(
      await database.budgetChange.findMany({
        where: { proposerId: personId },
        select: { number: true, kind: true, amountCents: true, reason: true, state: true, proposedAt: true },
      }),
    ),
    changesAnswered: inCents(
      await database.budgetChange.findMany({
        where: { approverId: personId },
        select: { number: true, kind: true, amountCents: true, answer: true, state: true, answeredAt: true },
      }),
    ),
    plansUploaded: await database.planImport.findMany({
      where: { proposerId: personId },
      select: { fileName: true, state: true, proposedAt: true },
    }),
    plansAnswered: await database.planImport.findMany({
      where: { approverId: personId },
      select: { fileName: true, state: true, answer: true, answeredAt: true },
    }),
    reportsStarted: await database.spendingReport.findMany({
      where: { startedById: personId },
      select: { year: true, untilDay: true, startedAt: true },
    }),
    reportsSent: await database.spendingReport.findMany({
      where: { sentById: personId },
      select: { year: true, untilDay: true, sentAt: true },
    }),
    forecastsWritten: await database.spendingReportLine.findMany({
      where: { authorId: personId },
      select: { report: { select: { year: true, untilDay: true } }, explanation: true, writtenAt: true },
    }),
    kindsOfWorkWritten: await database.serviceKindVersion.findMany({
      where: { authorId: personId },
      select: { name: true, revision: true, reason: true, createdAt: true },
    }),
    objectionTermsSet: await database.objectionTerm.findMany({
      where: { authorId: personId },
      select: { which: true, weeks: true, how: true, beginsOn: true, source: true, reason: true, createdAt: true },
    }),
    limitsSet: inCents(
      await database.procurementLimit.findMany({
        where: { authorId: personId },
        select: { which: true, amountCents: true, beginsOn: true, source: true, reason: true, createdAt: true },
      }),
    ),
  };
}

const inCents = <Row extends { amountCents: bigint }>(rows: readonly Row[]) =>
  rows.map((row) => ({ ...row, amountCents: cents(row.amountCents) }));
