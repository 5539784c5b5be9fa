import { dayInAmsterdam, toDateColumn } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Cents } from '#app/kernel/money.ts';
import type { Role } from '#app/modules/people/role.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { takeNumber, yearOf } from '../decision.store.server.ts';
import type { DecisionNumber } from '../number.ts';
import { publicationOf } from '../publication.ts';
import { deciderOf } from '../queries/deciders.server.ts';
import { dossierOf } from '../queries/dossier.server.ts';
import { remedyOf } from '../queries/objection-terms.server.ts';
import { receiptOf } from '../receipt.server.ts';
import { logDecision } from './log-decision.server.ts';

export type PublishAward = {
  bodyId: string;
  /** The application for the donutfonds that it is about, and the organisation that applied. */
  donutApplicationId: string;
  recipientOrganisationId: string;
  title: string;
  /** Public: the reasons, in whole sentences. */
  motivation: string;
  /** Cents and where they come from; null: the award is not given. */
  grant: { amount: Cents; fundId: string } | null;
  /** Two persons (rule 1). */
  proposerId: string;
  confirmerId: string;
  /** With which roles it can be proposed and confirmed. */
  roles: { prepared: readonly Role[]; confirmed: readonly Role[] };
  preparedAt: Instant;
  at: Instant;
};

/**
 * Puts a decision on an award in the register, within the caller's transaction: number, what is published, receipt. The
 * money of a grant is the caller's to commit in the same transaction (`grant_has_commitment`).
 * @throws RuleBroken `decision_without_interest` when one of the two has an interest in the organisation
 */
export async function publishAward(
  tx: Transaction,
  award: PublishAward,
): Promise<{ decisionId: string; number: DecisionNumber }> {
  const { grant, at, confirmerId, roles, ...columns } = award;
  const decisionId = newId(at.getTime());
  await tx.decision.create({
    data: {
      ...columns,
      id: decisionId,
      origin: 'product',
      state: 'prepared',
      outcome: grant === null ? 'decline' : 'grant',
      amountCents: grant === null ? null : BigInt(grant.amount),
      fundId: grant?.fundId ?? null,
      instrument: 'award',
      method: 'consent',
      takenOn: toDateColumn(dayInAmsterdam(at)),
    },
  });
  const dossier = await dossierOf(tx, decisionId);
  const number = await takeNumber(tx, yearOf(at));
  const publishedOn = dayInAmsterdam(at);
  const { bodyId, proposerId, preparedAt } = award;
  const decidedBy = {
    prepared: await deciderOf(tx, { personId: proposerId, bodyId, at: preparedAt, roles: roles.prepared }),
    confirmed: await deciderOf(tx, { personId: confirmerId, bodyId, at, roles: roles.confirmed }),
  };
  const remedy = await remedyOf(tx, dossier, publishedOn);
  const published = publicationOf(dossier, { number, publishedOn, decidedBy, remedy });
  const receipt = receiptOf(published);
  await tx.decision.update({
    where: { id: decisionId },
    data: {
      state: 'confirmed',
      number,
      confirmerId,
      confirmedAt: at,
      published,
      receipt,
      revision: { increment: 1 },
    },
  });
  await logDecision(tx, { publication: published, receipt }, at);
  return { decisionId, number };
}
