import { isId } from '#app/kernel/ids.ts';
import type { Cents } from '#app/kernel/money.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import { longestText, type DonorDisplay, type DonorKind } from '../call.ts';
import { writesDonors, type RoleRefusal } from '../policy.ts';

export type WriteDonor = {
  /** Becomes the id of a new donor, so that a double post writes once. */
  formKey: string;
  /** The donor to change; null: a new one. */
  donorId: string | null;
  revision: number;
  /** The approved pledge in which the gift is counted. */
  pledgeId: string;
  kind: DonorKind;
  display: DonorDisplay;
  name: string;
  organisationId: string | null;
  /** Cents, more than zero. */
  amount: Cents;
  showAmount: boolean;
};

export type WriteDonorRefusal =
  | RoleRefusal
  | 'donor-unknown'
  | 'pledge-unknown'
  | 'organisation-unknown'
  | 'form-key-invalid'
  | 'changed-meanwhile'
  | 'more-than-pledged'
  | 'amount-not-positive'
  | 'name-missing';

const refusals = {
  donor_pkey: 'form-key-invalid',
  donor_of_pledge: 'pledge-unknown',
  donor_pledge_id_fkey: 'pledge-unknown',
  donor_organisation_id_fkey: 'organisation-unknown',
  donor_within_pledge: 'more-than-pledged',
  donor_amount: 'amount-not-positive',
  donor_display: 'name-missing',
  donor_organisation: 'organisation-unknown',
  donor_revision: 'changed-meanwhile',
} as const satisfies Record<string, WriteDonorRefusal>;

/**
 * Writes down who gave, as they wish to be shown. Of who stays anonymous, or becomes so, no name is kept.
 * @returns id of the donor
 */
export async function writeDonor(
  input: WriteDonor,
  context: Context<SignedIn>,
): Promise<Outcome<string, WriteDonorRefusal>> {
  const { actor, now } = context;
  const { formKey, donorId, revision, pledgeId, kind, display, amount, showAmount } = input;
  const allowed = writesDonors(actor);
  if (!allowed.ok) return allowed.reason === 'not-found' ? refused('role-needed') : refused(allowed.reason);
  if (!isId(formKey)) return refused('form-key-invalid');
  if (!isId(pledgeId)) return refused('pledge-unknown');
  if (donorId !== null && !isId(donorId)) return refused('donor-unknown');
  const shown = display === 'name';
  const organisationId = shown && kind !== 'resident' ? input.organisationId : null;
  if (organisationId !== null && !isId(organisationId)) return refused('organisation-unknown');
  const name = shown && organisationId === null ? input.name.trim() : '';
  if (name.length > longestText.donor) return refused('name-missing');
  const writtenById = actor.person.id;
  const columns = {
    pledgeId,
    kind,
    display,
    name,
    organisationId,
    amountCents: BigInt(amount),
    showAmount,
    writtenById,
    writtenAt: now,
  };
  return inTransaction<string, WriteDonorRefusal, WriteDonorRefusal>(
    context,
    async (tx) => {
      if (donorId !== null) {
        await tx.$queryRaw`select 1 from donor where id = ${donorId}::uuid for update`;
        const row = await tx.donor.findUnique({ where: { id: donorId }, select: { revision: true, pledgeId: true } });
        if (row === null || row.pledgeId !== pledgeId) return refused('donor-unknown');
        if (row.revision !== revision) return refused('changed-meanwhile');
        await tx.donor.update({ where: { id: donorId }, data: { ...columns, revision: revision + 1 } });
        return accepted(donorId);
      }
      await holdKey(tx, `donor:${formKey}`);
      const known = await tx.donor.findUnique({ where: { id: formKey }, select: { writtenById: true } });
      if (known !== null) return known.writtenById === writtenById ? accepted(formKey) : refused('form-key-invalid');
      await tx.donor.create({ data: { id: formKey, ...columns } });
      return accepted(formKey);
    },
    { refusals },
  );
}
