import { toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Cents } from '#app/kernel/money.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import { longestText } from '../call.ts';
import { managesDonut, type RoleRefusal } from '../policy.ts';

export type WriteRules = {
  /** Becomes the id, so that a double post writes once. */
  formKey: string;
  /** Number of the version that the writer started from. */
  latest: number;
  /** Cents. */
  minimumValue: Cents;
  /** Hundredths of a percent. */
  minimumReturnBps: number;
  /** Days before the closing day of a call. */
  evidenceDays: number;
  validFrom: CalendarDate;
  reason: string;
};

export type WriteRulesRefusal =
  RoleRefusal | 'changed-meanwhile' | 'form-key-invalid' | 'reason-missing' | 'rules-out-of-bounds';

const refusals = {
  donut_rules_pkey: 'form-key-invalid',
  donut_rules_version_key: 'changed-meanwhile',
  donut_rules_values: 'rules-out-of-bounds',
  donut_rules_reason: 'reason-missing',
} as const satisfies Record<string, WriteRulesRefusal>;

/**
 * Writes a next version of the rules, with who and why. Calls that were opened keep theirs.
 * @returns the number of the version
 */
export async function writeRules(
  input: WriteRules,
  context: Context<SignedIn>,
): Promise<Outcome<number, WriteRulesRefusal>> {
  const { actor, now } = context;
  const { formKey: id, latest, reason, minimumValue, minimumReturnBps, evidenceDays } = input;
  const allowed = managesDonut(actor);
  if (!allowed.ok) return allowed.reason === 'not-found' ? refused('role-needed') : refused(allowed.reason);
  if (!isId(id)) return refused('form-key-invalid');
  if (reason.trim() === '' || reason.length > longestText.reason) return refused('reason-missing');
  const authorId = actor.person.id;
  return inTransaction<number, WriteRulesRefusal, WriteRulesRefusal>(
    context,
    async (tx) => {
      await holdKey(tx, `donut-rules:${id}`);
      const known = await tx.donutRules.findUnique({ where: { id }, select: { version: true, authorId: true } });
      if (known !== null) return known.authorId === authorId ? accepted(known.version) : refused('form-key-invalid');
      const newest = await tx.donutRules.aggregate({ _max: { version: true } });
      if ((newest._max.version ?? 0) !== latest) return refused('changed-meanwhile');
      const version = latest + 1;
      await tx.donutRules.create({
        data: {
          id,
          version,
          validFrom: toDateColumn(input.validFrom),
          minimumValueCents: BigInt(minimumValue),
          minimumReturnBps,
          evidenceDays,
          reason: reason.trim(),
          authorId,
          writtenAt: now,
        },
      });
      return accepted(version);
    },
    { refusals },
  );
}
