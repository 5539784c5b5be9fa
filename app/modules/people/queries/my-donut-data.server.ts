import { cents } from '#app/kernel/money.ts';
import type { Database } from '#app/platform/database.server.ts';

const organisation = { select: { slug: true, name: true } } as const;
const call = { select: { year: true } } as const;
const application = { select: { call, organisation } } as const;

/** What is stored of somebody's part in the donutfonds; a donor is nobody's account, so names of donors are not in it. */
export async function myDonutData(database: Database, personId: string) {
  const year = { call } as const;
  return {
    donutApplications: (
      await database.donutApplication.findMany({
        where: { applicantId: personId },
        select: {
          call,
          organisation,
          state: true,
          valueCents: true,
          costsCents: true,
          evidenceKind: true,
          evidenceName: true,
          evidenceOn: true,
          story: true,
          publishEvidence: true,
          submittedAt: true,
          changedAt: true,
        },
      })
    ).map(({ valueCents, costsCents, ...row }) => ({
      ...row,
      valueCents: cents(valueCents),
      costsCents: cents(costsCents),
    })),
    donutDocuments: await database.donutEvidence.findMany({
      where: { uploadedById: personId },
      select: { fileName: true, kind: true, byteSize: true, createdAt: true, application },
    }),
    donutVisits: await database.donutVisit.findMany({
      where: { authorId: personId },
      select: {
        application,
        version: true,
        visitedOn: true,
        metWith: true,
        seen: true,
        finding: true,
        findingReason: true,
        writtenAt: true,
      },
    }),
    donutCallsOpened: await database.donutCall.findMany({
      where: { openedById: personId },
      select: { year: true, openedAt: true },
    }),
    donutCallsClosed: await database.donutCall.findMany({
      where: { closedById: personId },
      select: { year: true, closedAt: true },
    }),
    donutRulesWritten: await database.donutRules.findMany({
      where: { authorId: personId },
      select: { version: true, reason: true, writtenAt: true },
    }),
    donutSplitsProposed: await database.donutSplit.findMany({
      where: { proposerId: personId },
      select: { ...year, state: true, motivation: true, preparedAt: true },
    }),
    donutSplitsConfirmed: await database.donutSplit.findMany({
      where: { confirmerId: personId },
      select: { ...year, confirmedAt: true },
    }),
    donutSplitsLaidAside: await database.donutSplit.findMany({
      where: { discardedById: personId },
      select: { ...year, discardReason: true, discardedAt: true },
    }),
    donorsWritten: await database.donor.findMany({
      where: { writtenById: personId },
      select: { pledge: { select: { number: true } }, writtenAt: true },
    }),
  };
}
