import { dayInAmsterdam, toDateColumn } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import { keepsActionsOf } from '../policy.ts';
import { undertakingRefusals } from '../refusals.ts';
import type { UndertakingContent } from '../undertaking.ts';

export type UndertakingRefusal =
  | Exclude<PolicyRefusal, 'not-found'>
  | 'undertaking-unknown'
  | 'form-key-invalid'
  | (typeof undertakingRefusals)[keyof typeof undertakingRefusals];

const columns = ({ saidOn, dueOn, ...words }: UndertakingContent) => ({
  ...words,
  saidOn: toDateColumn(saidOn),
  dueOn: dueOn === null ? null : toDateColumn(dueOn),
});

/** Whoever keeps the lists of a body writes down what was promised for it. It is public at once. */
export async function writeUndertaking(
  { id, bodyId, content }: { id: string; bodyId: string; content: UndertakingContent },
  context: Context<SignedIn>,
): Promise<Outcome<{ number: number }, UndertakingRefusal>> {
  const { actor, now } = context;
  if (!isId(id)) return refused('form-key-invalid');
  if (!isId(bodyId)) return refused('body-unknown');
  const allowed = keepsActionsOf(actor, bodyId);
  if (!allowed.ok) return allowed;
  if (content.saidOn > dayInAmsterdam(now)) return refused('said-ahead');
  return inTransaction<{ number: number }, UndertakingRefusal, UndertakingRefusal>(
    context,
    async (tx) => {
      // the same at the same instant waits here, and is there once
      await holdKey(tx, `undertaking:${id}`);
      const known = await tx.undertaking.findUnique({ where: { id } });
      if (known !== null)
        return known.bodyId === bodyId ? accepted({ number: known.number }) : refused('form-key-invalid');
      const { number } = await tx.undertaking.create({
        data: { id, bodyId, ...columns(content), writtenById: actor.person.id, writtenAt: now },
      });
      return accepted({ number });
    },
    { refusals: undertakingRefusals },
  );
}

/** Puts right what was written down, until somebody says what became of it. The former words stay to be read. */
export async function changeUndertaking(
  { id, revision, content }: { id: string; revision: number; content: UndertakingContent },
  context: Context<SignedIn>,
): Promise<Outcome<void, UndertakingRefusal>> {
  const { actor } = context;
  if (!isId(id)) return refused('undertaking-unknown');
  return inTransaction<void, UndertakingRefusal, UndertakingRefusal>(
    context,
    async (tx) => {
      await tx.$queryRaw`select 1 from undertaking where id = ${id}::uuid for update`;
      const row = await tx.undertaking.findUnique({ where: { id } });
      if (row === null) return refused('undertaking-unknown');
      const allowed = keepsActionsOf(actor, row.bodyId);
      if (!allowed.ok) return allowed;
      if (row.revision !== revision) return refused('changed-meanwhile');
      await tx.undertaking.update({
        where: { id },
        data: { ...columns(content), writtenById: actor.person.id, revision: revision + 1 },
      });
      return accepted();
    },
    { refusals: undertakingRefusals },
  );
}
