import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { approveChange } from '#app/modules/budgets/commands/approve-change.server.ts';
import { proposeChange } from '#app/modules/budgets/commands/propose-change.server.ts';
import type { ChangeSubject } from '#app/modules/budgets/change.ts';
import { expectAccepted, type DemoWorld } from './demo-world.ts';

type Proposal = { subject: ChangeSubject; euros: number; reason: string; daysAgo: number };

/**
 * What became of the granted money and of the lines: payments, a release, a move that was wrong and put right, and a
 * proposal that waits for the budget holder.
 */
export async function loadDemoChanges(world: DemoWorld): Promise<void> {
  const { database, fundId } = world;
  const granted = await database.decision.findFirst({
    where: { state: 'confirmed', fundId },
    orderBy: { confirmedAt: 'asc' },
    select: { id: true },
  });
  const other = await database.fund.findFirst({
    where: { body: { slug: 'kansen-voor-de-jeugd' }, label: '', moneySource: { funds: { some: { id: fundId } } } },
    orderBy: [{ year: 'desc' }, { slug: 'asc' }],
    select: { id: true },
  });
  if (granted === null || other === null) throw new Error('the demo has no grant or no second line to move money to');
  const ofGrant = { fromFundId: fundId, decisionId: granted.id };
  const there = { kind: 'move', fromFundId: fundId, toFundId: other.id } as const;

  await approved(world, {
    subject: { kind: 'payment', ...ofGrant },
    euros: 4800,
    reason: 'Voorbeeld: eerste helft, voor eten en huur tot de zomer.',
    daysAgo: 21,
  });
  const wrong = await approved(world, {
    subject: there,
    euros: 5000,
    reason: 'Voorbeeld: bijdrage aan de zomerschool voor jongeren in de Dichtersbuurt.',
    daysAgo: 17,
  });
  const entry = await database.ledgerEntry.findUniqueOrThrow({ where: { changeId: wrong }, select: { id: true } });
  await approved(world, {
    subject: { kind: 'correction', correctsId: entry.id },
    euros: 5000,
    reason: 'Voorbeeld: het was € 500, niet € 5.000. Het goede bedrag volgt.',
    daysAgo: 16,
  });
  await approved(world, {
    subject: there,
    euros: 500,
    reason: 'Voorbeeld: bijdrage aan de zomerschool voor jongeren in de Dichtersbuurt.',
    daysAgo: 16,
  });
  await approved(world, {
    subject: { kind: 'release', ...ofGrant },
    euros: 400,
    reason: 'Voorbeeld: de huur van de keuken is lager dan begroot.',
    daysAgo: 6,
  });
  await proposed(world, {
    subject: { kind: 'payment', ...ofGrant },
    euros: 2400,
    reason: 'Voorbeeld: tweede deel, na het verslag van het eerste kwartaal.',
    daysAgo: 1,
  });
}

async function proposed(world: DemoWorld, { subject, euros, reason, daysAgo }: Proposal): Promise<string> {
  const context = await world.as('programmamanager', daysAgo);
  const change = { ...subject, amount: cents(euros * 100), reason, occurredOn: dayInAmsterdam(context.now) };
  return expectAccepted(await proposeChange({ formKey: newId(), change }, context));
}

async function approved(world: DemoWorld, proposal: Proposal): Promise<string> {
  const changeId = await proposed(world, proposal);
  expectAccepted(await approveChange({ changeId }, await world.as('budgethouder', proposal.daysAgo)));
  return changeId;
}
