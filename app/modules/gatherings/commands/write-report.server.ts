import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { accessOf, lockGathering } from '../gathering.store.server.ts';
import { mailOutcome } from '../jobs.server.ts';
import type { OmissionKind } from '../report.ts';
import { countWhoCame, reportNames, whoHearsOfIt } from '../report.store.server.ts';

export type ReportRefusal =
  'gathering-unknown' | 'not-over-yet' | 'changed-meanwhile' | 'names-changed' | 'already-published';

/**
 * Whoever runs a gathering writes the introduction of its report and says what is left out. Also of a report that is out: then
 * everybody reads it as it is now.
 * @param input.revision that the page showed; 0 when there was none
 * @param input.leftOut everything that is left out; nothing else is
 */
export async function saveReport(
  input: {
    gatheringId: string;
    revision: number;
    intro: string;
    leftOut: readonly { kind: OmissionKind; subjectId: string }[];
  },
  context: Context<SignedIn>,
): Promise<Outcome<void, ReportRefusal>> {
  const { gatheringId, revision, intro, leftOut } = input;
  if (!isId(gatheringId)) return refused('gathering-unknown');
  return inTransaction<void, ReportRefusal>(context, async (tx) => {
    const gathering = await lockGathering(tx, gatheringId);
    if (gathering === null || (await accessOf(tx, context.actor, gatheringId)) !== 'run')
      return refused('gathering-unknown');
    const before = await tx.gatheringReport.findUnique({ where: { gatheringId } });
    if ((before?.revision ?? 0) !== revision) return refused('changed-meanwhile');
    const data = { intro, changedAt: context.now };
    await tx.gatheringReport.upsert({
      where: { gatheringId },
      create: { gatheringId, ...data },
      update: { ...data, revision: revision + 1 },
    });
    await tx.gatheringOmission.deleteMany({ where: { gatheringId } });
    await tx.gatheringOmission.createMany({
      data: leftOut.filter(({ subjectId }) => isId(subjectId)).map((one) => ({ gatheringId, ...one })),
      skipDuplicates: true,
    });
    return accepted();
  });
}

/**
 * Whoever runs a gathering publishes its report, once, after they saw which names are in it: when somebody agreed or withdrew
 * since, they look again. Who was there hears of it. How many came is counted now, because registrations are erased later.
 * @param input.names `mark` of the names that the page showed
 */
export async function publishReport(
  input: { gatheringId: string; revision: number; names: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, ReportRefusal>> {
  const { gatheringId, revision, names } = input;
  const { actor, now } = context;
  if (!isId(gatheringId)) return refused('gathering-unknown');
  return inTransaction<void, ReportRefusal, 'not-over-yet'>(
    context,
    async (tx) => {
      const gathering = await lockGathering(tx, gatheringId);
      if (gathering === null || (await accessOf(tx, actor, gatheringId)) !== 'run') return refused('gathering-unknown');
      if (gathering.state !== 'closed') return refused('not-over-yet');
      const before = await tx.gatheringReport.findUnique({ where: { gatheringId } });
      if (before?.publishedAt != null) return refused('already-published');
      if ((before?.revision ?? 0) !== revision) return refused('changed-meanwhile');
      if ((await reportNames(tx, gatheringId)).mark !== names) return refused('names-changed');
      const numbers = await countWhoCame(tx, gatheringId);
      const data = { publishedAt: now, publishedById: actor.person.id, changedAt: now, numbers };
      await tx.gatheringReport.upsert({
        where: { gatheringId },
        create: { gatheringId, ...data },
        update: { ...data, revision: revision + 1 },
      });
      for (const registrationId of await whoHearsOfIt(tx, gatheringId))
        await enqueue(
          tx,
          mailOutcome,
          { registrationId, news: 'report-out', subjectId: gatheringId },
          `gathering-outcome:${registrationId}:report-out:${gatheringId}`,
        );
      return accepted();
    },
    { refusals: { gathering_report_after: 'not-over-yet' } },
  );
}
