import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Cents } from '#app/kernel/money.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { DonorDisplay, DonorKind } from '#app/modules/donutfonds/call.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import { callStripe, type StripeGate, type StripeRefusal } from '#app/platform/stripe.server.ts';
import { giftBounds, longestName } from '../gift.ts';
import { runningPurpose } from '../purpose.store.server.ts';

export type BeginGift = {
  /** Becomes the id of the gift, so that a double post begins once. */
  formKey: string;
  /** `donutfonds`, or the address of a wijkalliantie. */
  slug: string;
  amount: Cents;
  kind: DonorKind;
  display: DonorDisplay;
  name: string;
  showAmount: boolean;
  /** Language of the page of Stripe. */
  locale: 'nl' | 'en';
  /** What stands on that page: what is given to. */
  title: string;
};

export type BeginGiftRefusal =
  StripeRefusal | 'purpose-unknown' | 'amount-out-of-bounds' | 'name-missing' | 'form-key-invalid' | 'already-ended';

/**
 * Begins a gift: writes it down, and has Stripe make the page on which it is paid. Nothing is paid yet. The mail address that
 * Stripe asks for the receipt stays at Stripe.
 * @param publicUrl where people reach us, for the way back
 * @returns address of the page of Stripe
 */
export async function beginGift(
  input: BeginGift,
  { database, now }: Pick<Context<unknown>, 'database' | 'now'>,
  { stripe, publicUrl }: { stripe: StripeGate; publicUrl: string },
): Promise<Outcome<string, BeginGiftRefusal>> {
  const { formKey: id, slug, amount, kind, display, showAmount, locale, title } = input;
  const name = display === 'name' ? input.name.trim() : '';
  if (!isId(id)) return refused('form-key-invalid');
  if (amount < giftBounds.least || amount > giftBounds.most) return refused('amount-out-of-bounds');
  if (name.length > longestName || (display === 'name' && name === '')) return refused('name-missing');
  const kept = await inTransaction<string, BeginGiftRefusal>({ database }, async (tx) => {
    await holdKey(tx, `gift:${id}`);
    const purpose = await runningPurpose(tx, slug);
    if (purpose === null || purpose.endsOn < dayInAmsterdam(now)) return refused('purpose-unknown');
    const facts = { purposeId: purpose.id, amountCents: amount, kind, display, name, showAmount };
    const known = await tx.gift.findUnique({ where: { id } });
    if (known === null) await tx.gift.create({ data: { id, ...facts, begunAt: now } });
    else if (Object.entries(facts).some(([key, value]) => known[key as keyof typeof facts] !== value))
      return refused('form-key-invalid');
    else if (known.state !== 'begun') return refused('already-ended');
    return accepted(id);
  });
  if (!kept.ok) return kept;
  const begun = await callStripe(async () =>
    stripe.api.checkout.sessions.create(
      {
        mode: 'payment',
        submit_type: 'donate',
        locale,
        client_reference_id: id,
        // which ways to pay there are is chosen at Stripe: iDEAL | Wero, cards and what comes
        line_items: [
          { quantity: 1, price_data: { currency: 'eur', unit_amount: amount, product_data: { name: title } } },
        ],
        metadata: { gift: id },
        payment_intent_data: { metadata: { gift: id }, description: title },
        success_url: `${publicUrl}/geven/bedankt/${id}`,
        cancel_url: `${publicUrl}/geven/${slug}?afgebroken=ja`,
      },
      { idempotencyKey: `gift:${id}` },
    ),
  );
  if (!begun.ok) return begun;
  const { id: sessionId, url } = begun.value;
  await database.gift.updateMany({ where: { id, sessionId: null }, data: { sessionId } });
  return url === null ? refused('already-ended') : accepted(url);
}
