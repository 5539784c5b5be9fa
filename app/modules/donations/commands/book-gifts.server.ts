import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { formatCents } from '#app/kernel/money.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { proposeWithin } from '#app/modules/budgets/commands/propose-within.server.ts';
import { mayProposeChange } from '#app/modules/budgets/policy.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import { sumOf, toCount, type BookingWhat, type GiftBookingLine } from '../counting.ts';
import { giftsToCount } from '../gift.store.server.ts';
import type { RoleRefusal } from '../policy.ts';
import { officeId, purposeById, type Purpose } from '../purpose.store.server.ts';

export type BookGiftsRefusal =
  RoleRefusal | 'purpose-unknown' | 'form-key-invalid' | 'nothing-to-count' | 'changed-meanwhile';

/**
 * Proposes that the ledger counts what was given by Stripe and is not counted yet: a pledge for what came in, a lowered pledge for
 * what went again. A budget holder of the office approves each, like every change of budgets (rule 1). All gifts go in one
 * change, so that the register says sums and never who gave what.
 * @param formKey becomes the id of the first change, so that a double post proposes once
 * @returns ids of the proposed changes
 */
export async function bookGifts(
  { purposeId, formKey }: { purposeId: string; formKey: string },
  context: Context<Actor>,
): Promise<Outcome<string[], BookGiftsRefusal>> {
  const { actor, now } = context;
  if (actor.person === null) return refused('sign-in-needed');
  if (!isId(formKey)) return refused('form-key-invalid');
  if (!isId(purposeId)) return refused('purpose-unknown');
  const proposerId = actor.person.id;
  return inTransaction<string[], BookGiftsRefusal, BookGiftsRefusal>(
    context,
    async (tx) => {
      await holdKey(tx, `book-gifts:${purposeId}`);
      const known = await tx.budgetChange.findUnique({ where: { id: formKey }, select: { proposerId: true } });
      if (known !== null) return known.proposerId === proposerId ? accepted([formKey]) : refused('form-key-invalid');
      const purpose = await purposeById(tx, purposeId);
      if (purpose === null) return refused('purpose-unknown');
      const allowed = mayProposeChange(actor, await officeId(tx));
      if (!allowed.ok) return allowed;
      const lines = toCount(await giftsToCount(tx, purposeId));
      if (lines.length === 0) return refused('nothing-to-count');
      const ids = [];
      for (const whats of [['gift', 'again'], ['less']] satisfies BookingWhat[][]) {
        const counted = lines.filter(({ what }) => (whats as BookingWhat[]).includes(what));
        if (counted.length > 0)
          ids.push(
            await propose(tx, purpose, counted, { id: ids.length === 0 ? formKey : newId(), proposerId, at: now }),
          );
      }
      return accepted(ids);
    },
    // Stripe said something new of one of them in between
    { refusals: { gift_booked_once: 'changed-meanwhile' } },
  );
}

async function propose(
  tx: Transaction,
  purpose: Purpose,
  lines: GiftBookingLine[],
  by: { id: string; proposerId: string; at: Date },
): Promise<string> {
  const isLess = lines[0]?.what === 'less';
  const id = await proposeWithin(
    tx,
    {
      kind: isLess ? 'pledge-lowered' : 'pledge',
      moneySourceId: purpose.moneySourceId,
      amount: sumOf(lines, 'gift', 'again', 'less'),
      reason: isLess ? reasonOfLess(purpose, lines) : reasonOfGifts(purpose, lines),
      occurredOn: dayInAmsterdam(by.at),
    },
    by,
  );
  await tx.giftBooking.createMany({
    data: lines.map(({ giftId, what, amount }) => ({ changeId: id, giftId, what, amountCents: amount })),
  });
  return id;
}

/** Public, and in Dutch like every reason in the register. */
const towards = ({ name }: Purpose) => (name === null ? 'het donutfonds' : name);

function reasonOfGifts(purpose: Purpose, lines: GiftBookingLine[]): string {
  const gifts = lines.filter(({ what }) => what === 'gift').length;
  const again = sumOf(lines, 'again');
  const sentences = [
    ...(gifts === 0
      ? []
      : [`${gifts === 1 ? 'Eén gift' : `${String(gifts)} giften`} via Stripe voor ${towards(purpose)}.`]),
    ...(again === 0 ? [] : [`${formatCents(again)} kwam terug van wat eerder van giften af ging.`]),
  ];
  return sentences.join(' ');
}

function reasonOfLess(purpose: Purpose, lines: GiftBookingLine[]): string {
  const gifts = lines.length === 1 ? 'één gift' : `${String(lines.length)} giften`;
  return `Wat van ${gifts} voor ${towards(purpose)} af ging: kosten van Stripe, en wat is teruggegeven of teruggevorderd.`;
}
