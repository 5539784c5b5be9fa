import { randomUUID } from 'node:crypto';
import { composeIBAN } from 'ibantools';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Database } from '#app/platform/database.server.ts';
import { sealFor, type SealingKeys } from '#app/platform/sealing.server.ts';

type ManyVolunteers = {
  activityId: string;
  count: number;
  /** Cents for each. */
  amount: number;
  /** Coordinators: who typed the hours, and who approved them. */
  claimedById: string;
  answeredById: string;
  keys: SealingKeys;
  now: Instant;
};

/**
 * Thousands of volunteers with a bank account and an hour of today that was approved: written in bulk with the triggers of
 * claims off, because by form they would take an hour. What follows (a batch, its file, a statement) goes the ordinary way.
 */
export async function fillVolunteers(database: Database, order: ManyVolunteers): Promise<void> {
  const { activityId, count, amount, claimedById, answeredById, keys, now } = order;
  const people = Array.from({ length: count }, (_, n) => {
    const [personId, id] = [randomUUID(), randomUUID()];
    const iban = composeIBAN({ countryCode: 'NL', bban: `WIJK${String(1_000_000_000 + n)}` }) ?? '';
    const holder = `Z. Voorbeeld ${String(n)}`;
    const account = sealFor(keys, `bank_account/${id}/${personId}`, JSON.stringify({ iban, holder }));
    return { personId, id, iban, account, mark: String(n).padStart(64, '0') };
  });
  const day = dayInAmsterdam(now);
  await database.$transaction(
    async (tx) => {
      await tx.person.createMany({
        data: people.map(({ personId }, n) => ({
          id: personId,
          email: `meting-${personId}@wijkbeurs.example`,
          name: `Meting ${String(n)}`,
        })),
      });
      await tx.bankAccount.createMany({
        data: people.map(({ personId, id, iban, account, mark }) => ({
          ...{ id, personId, ...account },
          ibanMark: mark,
          country: 'NL',
          lastFour: iban.slice(-4),
          addedAt: now,
        })),
      });
      await tx.$executeRawUnsafe('alter table allowance_claim disable trigger user');
      await tx.$executeRaw`
        insert into allowance_claim (id, activity_id, person_id, day, kind, minutes, rate_cents, amount_cents, claimed_by_id,
            claimed_at, state, answered_by_id, answered_at)
          select gen_random_uuid(), ${activityId}::uuid, who::uuid, ${day}::date, 'hours', 60, ${amount}::int, ${amount}::int,
            ${claimedById}::uuid, ${now}, 'approved', ${answeredById}::uuid, ${now}
          from unnest(${people.map(({ personId }) => personId)}::text[]) who`;
      await tx.$executeRawUnsafe('alter table allowance_claim enable trigger user');
    },
    { timeout: 300_000 },
  );
}
