import { cents } from '#app/kernel/money.ts';
import type { Database } from '#app/platform/database.server.ts';

const batch = { select: { number: true, rail: true } } as const;
const line = { select: { position: true, batch } } as const;
const answered = { state: true, proposedAt: true, answeredAt: true } as const;

/**
 * What is stored of payments to somebody, and of what they did as treasurer or coordinator: of others' money only which step, when,
 * and their own words. A gift is nobody's account, so nothing here says who gave.
 */
export async function myPaymentData(database: Database, personId: string) {
  return { ...(await paidToThem(database, personId)), ...(await paidByThem(database, personId)) };
}

async function paidToThem(database: Database, personId: string) {
  return {
    payments: (
      await database.paymentLine.findMany({
        where: { personId },
        orderBy: { id: 'asc' },
        select: {
          batch: { select: { number: true, rail: true, state: true, sentAt: true, executeOn: true } },
          amountCents: true,
          endToEndId: true,
          state: true,
          settledOn: true,
          endedAt: true,
          endReason: true,
          bankAccount: { select: { country: true, lastFour: true } },
          claims: {
            select: { amountCents: true, claim: { select: { day: true, activity: { select: { name: true } } } } },
          },
          checks: { orderBy: { sequence: 'asc' }, select: { answer: true, bankName: true, checkedAt: true } },
          putBacks: { select: { ...answered, reason: true } },
          statementMatches: { select: { ...answered, note: true } },
          statementItems: { select: { bookedOn: true, direction: true, amountCents: true, returnReason: true } },
          stripePayment: { select: { begunAt: true, transferId: true, payoutId: true, reversalId: true } },
        },
      })
    ).map((row) => ({
      ...row,
      statementItems: row.statementItems.map((item) => ({ ...item, amountCents: cents(item.amountCents) })),
    })),
    stripeAccounts: await database.stripeAccount.findMany({
      where: { personId },
      orderBy: { begunAt: 'asc' },
      select: {
        accountId: true,
        isReady: true,
        detailsSubmitted: true,
        stillNeeded: true,
        disabledReason: true,
        begunAt: true,
        endedAt: true,
      },
    }),
  };
}

async function paidByThem(database: Database, personId: string) {
  return {
    paymentsComposed: await database.paymentBatch.findMany({
      where: { composedById: personId },
      select: { number: true, note: true, composedAt: true },
    }),
    paymentsApproved: await database.paymentBatch.findMany({
      where: { approvedById: personId },
      select: { number: true, oddReason: true, approvedAt: true },
    }),
    paymentsSent: await database.paymentBatch.findMany({
      where: { sentById: personId },
      select: { number: true, sentAt: true },
    }),
    paymentsLaidAside: await database.paymentBatch.findMany({
      where: { discardedById: personId },
      select: { number: true, discardReason: true, discardedAt: true },
    }),
    linesLeftOut: await database.paymentLine.findMany({
      where: { leftOutById: personId },
      select: { batch, position: true, endReason: true, endedAt: true },
    }),
    namesChecked: await database.paymentLineCheck.findMany({
      where: { checkedById: personId },
      select: { line, answer: true, checkedAt: true },
    }),
    putBacksProposed: await database.paymentPutBack.findMany({
      where: { proposedById: personId },
      select: { batch, ...answered, reason: true },
    }),
    putBacksAnswered: await database.paymentPutBack.findMany({
      where: { answeredById: personId },
      select: { batch, ...answered },
    }),
    statementsRead: await database.bankStatement.findMany({
      where: { importedById: personId },
      select: { statementId: true, importedAt: true },
    }),
    bookingsTakenOffTheList: await database.statementItem.findMany({
      where: { dismissedById: personId },
      select: { bookedOn: true, note: true, dismissedAt: true },
    }),
    bookingsMatchedByHand: await database.statementMatch.findMany({
      where: { proposedById: personId },
      select: { line, ...answered, note: true },
    }),
    matchesAnswered: await database.statementMatch.findMany({
      where: { answeredById: personId },
      select: { line, ...answered },
    }),
    numbersLookedAt: await database.bankAccountLook.findMany({
      where: { lookerId: personId, account: { personId: { not: personId } } },
      orderBy: { lookedAt: 'asc' },
      select: { lookedAt: true, reason: true },
    }),
    accountsToPayFrom: await database.payerAccount.findMany({
      where: { addedById: personId },
      select: { holder: true, iban: true, addedAt: true },
    }),
    accountsToPayFromProposed: await database.payerAccountProposal.findMany({
      where: { proposedById: personId },
      select: { holder: true, iban: true, state: true, proposedAt: true },
    }),
    accountsToPayFromAnswered: await database.payerAccountProposal.findMany({
      where: { answeredById: personId },
      select: { holder: true, iban: true, state: true, answeredAt: true },
    }),
    giftPurposesOpened: await database.giftPurpose.findMany({
      where: { openedById: personId },
      select: { openedAt: true, moneySource: { select: { name: true } } },
    }),
    giftPurposesClosed: await database.giftPurpose.findMany({
      where: { closedById: personId },
      select: { closedAt: true, moneySource: { select: { name: true } } },
    }),
    refundsProposed: await database.giftRefund.findMany({
      where: { proposerId: personId },
      select: { amountCents: true, reason: true, state: true, proposedAt: true },
    }),
    refundsAnswered: await database.giftRefund.findMany({
      where: { answererId: personId },
      select: { amountCents: true, answer: true, state: true, answeredAt: true },
    }),
    activitiesChanged: await database.activity.findMany({
      where: { changedById: personId },
      select: { slug: true, name: true },
    }),
    periodsSet: await database.retentionPeriod.findMany({
      where: { addedById: personId },
      select: { kind: true, amount: true, unit: true, startsOn: true, reason: true, addedAt: true },
    }),
  };
}
