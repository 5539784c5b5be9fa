import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { confirmDecision } from '#app/modules/decisions/commands/confirm-decision.server.ts';
import { previewOf } from '#app/modules/decisions/preview.server.ts';
import { dossierOf } from '#app/modules/decisions/queries/dossier.server.ts';
import { lawfulnessOf } from '#app/modules/decisions/queries/lawfulness.server.ts';
import { expectAccepted, type DemoWorld } from './demo-world.ts';

/** Confirms a prepared decision as an account of the demo, so many days ago, with what is shown before the commitment. */
export async function confirmAsDemo(
  world: DemoWorld,
  decisionId: string,
  by: { account: string; daysAgo: number },
): Promise<void> {
  const { revision } = await world.database.decision.findUniqueOrThrow({ where: { id: decisionId } });
  const context = await world.as(by.account, by.daysAgo);
  const lawfulness = await lawfulnessOf(world.database, decisionId, dayInAmsterdam(context.now));
  const { receipt } = previewOf(await dossierOf(world.database, decisionId), lawfulness);
  expectAccepted(await confirmDecision({ decisionId, revision, seen: receipt, formKey: newId() }, context));
}
