import { fromDateColumn } from '#app/kernel/calendar-date.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import type { PublishedDonutApplication } from '../published.ts';

/** What a decision on an application for the donutfonds rests on: its figures, the rules and the split that counts. */
export async function donutSubject(
  database: Database | Transaction,
  applicationId: string,
): Promise<PublishedDonutApplication> {
  const row = await database.donutApplication.findUniqueOrThrow({
    where: { id: applicationId },
    select: {
      valueCents: true,
      costsCents: true,
      evidenceKind: true,
      evidenceName: true,
      evidenceOn: true,
      organisation: { select: { slug: true } },
      call: { select: { year: true, rules: true } },
      verdicts: {
        where: { split: { state: { in: ['prepared', 'confirmed'] } } },
        select: { meetsRules: true, setAsideReason: true, split: true },
      },
    },
  });
  const [verdict] = row.verdicts;
  if (verdict === undefined) throw new Error('nothing was proposed for this application');
  const { call } = row;
  return {
    kind: 'donut-application',
    slug: row.organisation.slug,
    title: `Donutfonds ${String(call.year)}`,
    year: call.year,
    valueCents: Number(row.valueCents),
    costsCents: Number(row.costsCents),
    evidence: evidenceNames[row.evidenceKind] ?? row.evidenceName,
    evidenceOn: fromDateColumn(row.evidenceOn),
    rules: {
      version: call.rules.version,
      minimumValueCents: Number(call.rules.minimumValueCents),
      minimumReturnBps: call.rules.minimumReturnBps,
    },
    meetsRules: verdict.meetsRules,
    setAsideReason: verdict.setAsideReason,
    split: {
      availableCents: Number(verdict.split.availableCents),
      recipients: verdict.split.recipients,
      shareCents: Number(verdict.split.shareCents),
      remainderCents: Number(verdict.split.remainderCents),
    },
  };
}

/** Names of the instruments, the same in every language. */
const evidenceNames: Record<string, string> = { maex: 'MAEX', 'social-handprint': 'Social Handprint' };
