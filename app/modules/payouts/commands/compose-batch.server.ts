import { toDateColumn, dayInAmsterdam, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import { endToEndId, linesOf, longestBatchText, type NewLine, type PayableClaim, type Rail } from '../batch.ts';
import { mayPay } from '../policy.ts';
import { batchRefusals, type BatchRefusal } from '../refusals.ts';

export type ComposeBatch = {
  bodyId: string;
  rail: Rail;
  /** Last day of work that is paid; today at the latest. */
  until: CalendarDate;
  note: string;
  /** Posted twice, it is one batch. */
  formKey: string;
};

export type ComposeBatchRefusal =
  | Exclude<PolicyRefusal, 'not-found'>
  | BatchRefusal
  | 'body-unknown'
  | 'form-key-invalid'
  | 'day-ahead'
  | 'note-too-long';

/** Milliseconds for a batch of ten thousand people. */
const patience = 120_000;

/**
 * A treasurer puts everything together that was approved and can be paid, one line per person. Who is near the treasurer, whose
 * plan the treasurer has an interest in, who has no account and who would pass a limit is left out and waits.
 * No money moves before another treasurer approves it.
 * @returns number of the batch
 */
export async function composeBatch(
  input: ComposeBatch,
  context: Context<SignedIn>,
): Promise<Outcome<string, ComposeBatchRefusal>> {
  const { actor, now } = context;
  const { bodyId, rail, until, note, formKey } = input;
  if (!isId(formKey)) return refused('form-key-invalid');
  if (!isId(bodyId)) return refused('body-unknown');
  if (until > dayInAmsterdam(now)) return refused('day-ahead');
  if (note.length > longestBatchText.note) return refused('note-too-long');
  return inTransaction<string, ComposeBatchRefusal, BatchRefusal>(
    context,
    async (tx) => {
      const allowed = mayPay(actor, bodyId);
      if (!allowed.ok) return allowed;
      // one at a time, so that the second sees what the first took
      await holdKey(tx, 'compose-batch');
      const known = await tx.paymentBatch.findUnique({
        where: { formKey },
        select: { number: true, composedById: true },
      });
      if (known !== null)
        return known.composedById === actor.person.id ? accepted(known.number) : refused('form-key-invalid');
      const lines = linesOf(await payableNow(tx, input, actor.person.id));
      if (lines.length === 0) return refused('nothing-to-pay');
      const { id, number } = await tx.paymentBatch.create({
        data: {
          id: newId(now.getTime()),
          number: '',
          bodyId,
          rail,
          untilDay: toDateColumn(until),
          note,
          composedById: actor.person.id,
          composedAt: now,
          formKey,
        },
        select: { id: true, number: true },
      });
      await insertLines(tx, id, lines);
      return accepted(number);
    },
    { refusals: batchRefusals, patience },
  );
}

type PayableRow = {
  claim_id: string;
  person_id: string;
  amount_cents: number;
  ground_id: string;
  bank_account_id: string | null;
};

async function payableNow(
  tx: Transaction,
  { bodyId, until, rail }: ComposeBatch,
  treasurerId: string,
): Promise<PayableClaim[]> {
  const rows = await tx.$queryRaw<PayableRow[]>`
    select claim_id, person_id, amount_cents, ground_id, bank_account_id
      from payable_claims(${bodyId}::uuid, ${until}::date, ${treasurerId}::uuid, ${rail}) where waits is null
      order by person_id, day, claim_id`;
  return rows.map((row) => ({
    claimId: row.claim_id,
    personId: row.person_id,
    amount: cents(row.amount_cents),
    groundId: row.ground_id,
    bankAccountId: row.bank_account_id,
  }));
}

/**
 * All lines in one statement and all that they pay in another, so that ten thousand take two trips to the database. They go as one
 * text of JSON: PostgreSQL takes no more than 65,535 values at once.
 */
async function insertLines(tx: Transaction, batchId: string, lines: readonly NewLine[]): Promise<void> {
  const named = lines.map((line, index) => ({ ...line, id: newId(), position: index + 1 }));
  const rows = named.map(({ id, position, personId, bankAccountId, amount }) => ({
    id,
    position,
    person_id: personId,
    bank_account_id: bankAccountId,
    amount_cents: amount,
    end_to_end_id: endToEndId(id),
  }));
  await tx.$executeRaw`
    insert into payment_line (id, batch_id, position, person_id, bank_account_id, amount_cents, end_to_end_id)
      select line.id, ${batchId}::uuid, line.position, line.person_id, line.bank_account_id, line.amount_cents, line.end_to_end_id
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as line (id uuid, position int, person_id uuid, bank_account_id uuid, amount_cents int, end_to_end_id text)`;
  const claims = named.flatMap(({ id, claims: own }) =>
    own.map(({ claimId, groundId, amount }) => ({
      line_id: id,
      claim_id: claimId,
      ground_id: groundId,
      amount_cents: amount,
    })),
  );
  await tx.$executeRaw`
    insert into payment_line_claim (line_id, claim_id, ground_id, amount_cents)
      select * from jsonb_to_recordset(${JSON.stringify(claims)}::jsonb)
        as paid (line_id uuid, claim_id uuid, ground_id uuid, amount_cents int)`;
}
