import { toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { administers, type PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { plainWords } from '../cost-match.ts';
import type { Regime } from '../limit.ts';

type KindWords = { name: string; nameEn: string; regime: Regime; reason: string };

export type AddKind = KindWords & { formKey: string };

export type ChangeKind = KindWords & {
  slug: string;
  /** Last day on which it can be chosen; null: it stays. */
  endsOn: CalendarDate | null;
  revision: number;
};

const refusals = { service_kind_name_once: 'name-taken', service_kind_name_en_once: 'name-taken' } as const;

/** An administrator adds a kind of work to the list. */
export async function addKind(
  { formKey, name, nameEn, regime, reason }: AddKind,
  context: Context<SignedIn>,
): Promise<Outcome<void, PolicyRefusal | 'form-key-invalid' | 'name-taken'>> {
  const { actor, now } = context;
  const allowed = administers(actor);
  if (!allowed.ok) return allowed;
  if (!isId(formKey)) return refused('form-key-invalid');
  return inTransaction<void, 'form-key-invalid' | 'name-taken', 'name-taken'>(
    context,
    async (tx) => {
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('service-kind', 0))`;
      if ((await tx.serviceKind.findUnique({ where: { id: formKey } })) !== null) return accepted();
      const stem =
        plainWords(name)
          .replaceAll(/[^a-z0-9]+/g, '-')
          .replaceAll(/^-|-$/g, '') || 'soort';
      const isTaken = (await tx.serviceKind.findUnique({ where: { slug: stem } })) !== null;
      const { _max: last } = await tx.serviceKind.aggregate({ _max: { position: true } });
      const words = { name, nameEn, regime };
      await tx.serviceKind.create({
        data: {
          id: formKey,
          slug: isTaken ? `${stem}-${newId().slice(-6)}` : stem,
          position: (last.position ?? 0) + 1,
          ...words,
        },
      });
      await tx.serviceKindVersion.create({
        data: { kindId: formKey, revision: 1, ...words, reason, authorId: actor.person.id, createdAt: now },
      });
      return accepted();
    },
    { refusals },
  );
}

/** An administrator gives a kind another name, other rules or a last day. It is never removed: decisions stay of it. */
export async function changeKind(
  { slug, name, nameEn, regime, reason, endsOn, revision }: ChangeKind,
  context: Context<SignedIn>,
): Promise<Outcome<void, PolicyRefusal | 'kind-unknown' | 'changed-meanwhile' | 'name-taken'>> {
  const { actor, now } = context;
  const allowed = administers(actor);
  if (!allowed.ok) return allowed;
  return inTransaction<void, 'kind-unknown' | 'changed-meanwhile' | 'name-taken', 'name-taken'>(
    context,
    async (tx) => {
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('service-kind', 0))`;
      const kind = await tx.serviceKind.findUnique({ where: { slug } });
      if (kind === null) return refused('kind-unknown');
      if (kind.revision !== revision) return refused('changed-meanwhile');
      const words = { name, nameEn, regime, endsOn: endsOn === null ? null : toDateColumn(endsOn) };
      await tx.serviceKind.update({ where: { slug }, data: { ...words, revision: revision + 1 } });
      await tx.serviceKindVersion.create({
        data: {
          kindId: kind.id,
          revision: revision + 1,
          ...words,
          reason,
          authorId: actor.person.id,
          createdAt: now,
        },
      });
      return accepted();
    },
    { refusals },
  );
}
