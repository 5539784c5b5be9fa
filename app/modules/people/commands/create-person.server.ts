import { localeFrom } from '#app/i18n/locale.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import type { Locale } from '../actor.ts';
import { normalEmail } from '../person.ts';

export type CreatePerson = { email: string; name: string; locale: Locale; now: Instant };

/** Makes an account within the caller's transaction; when the address has one already, that one stays as it is. */
export async function createPerson(
  tx: Transaction,
  order: CreatePerson,
): Promise<{ personId: string; locale: Locale; isNew: boolean }> {
  const id = newId(order.now.getTime());
  const email = normalEmail(order.email);
  const { count } = await tx.person.createMany({
    data: [{ id, email, name: order.name, locale: order.locale, createdAt: order.now }],
    skipDuplicates: true,
  });
  if (count === 1) return { personId: id, locale: order.locale, isNew: true };
  const existing = await tx.person.findUniqueOrThrow({ where: { email }, select: { id: true, locale: true } });
  return { personId: existing.id, locale: localeFrom(existing.locale), isNew: false };
}
