import { composeIBAN } from 'ibantools';
import { addDays, dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { approveBatch } from '#app/modules/payouts/commands/approve-batch.server.ts';
import { composeBatch } from '#app/modules/payouts/commands/compose-batch.server.ts';
import { sendBatch } from '#app/modules/payouts/commands/send-batch.server.ts';
import { answerPayerAccount } from '#app/modules/payouts/commands/answer-payer-account.server.ts';
import { proposePayerAccount } from '#app/modules/payouts/commands/propose-payer-account.server.ts';
import { expectAccepted, type DemoWorld } from './demo-world.ts';

/** What payments to volunteers look like: one that went to the bank, and hours since that can be paid. */
export async function loadDemoPayouts(world: DemoWorld): Promise<void> {
  const payer = { holder: 'Stichting Voorbeeld Nieuw-West', bic: '' };
  const iban = composeIBAN({ countryCode: 'NL', bban: 'WIJK0900900900' }) ?? '';
  const proposalId = newId();
  expectAccepted(await proposePayerAccount({ ...payer, iban, formKey: proposalId }, await world.as('beheerder', 121)));
  expectAccepted(await answerPayerAccount({ proposalId, confirm: true }, await world.as('bureau-penningmeester', 120)));

  const composing = await world.as('penningmeester', 6);
  const until = addDays(dayInAmsterdam(world.now), -50);
  const order = { bodyId: world.bodyId, rail: 'sepa', until, note: '', formKey: newId() } as const;
  const number = expectAccepted(await composeBatch(order, composing));
  const { id: batchId, revision } = await world.database.paymentBatch.findUniqueOrThrow({ where: { number } });
  const oddReason = 'Twee vrijwilligers hebben samen één rekening. Dat klopt: ze wonen samen.';
  expectAccepted(await approveBatch({ batchId, revision, oddReason }, await world.as('penningmeester-2', 5)));
  const sending = await world.as('penningmeester', 4);
  expectAccepted(await sendBatch({ batchId, executeOn: dayInAmsterdam(sending.now) }, sending));
}
