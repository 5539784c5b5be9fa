import { contributionHandlers } from '#app/modules/actions/mails/mail-moves.server.ts';
import { actionHandlers } from '#app/modules/actions/mails/mail-actions.server.ts';
import { controlHandlers } from '#app/modules/control/mails/check-ledger.server.ts';
import { changeMailHandlers } from '#app/modules/budgets/mails/mail-change.server.ts';
import { ledgerDayHandlers } from '#app/modules/budgets/publish-ledger-days.server.ts';
import { planMailHandlers } from '#app/modules/budgets/mails/mail-plan.server.ts';
import { claimMailHandlers } from '#app/modules/allowances/mails/mail-claim-answer.server.ts';
import { signedUpMailHandlers } from '#app/modules/allowances/mails/mail-signed-up.server.ts';
import { publishMonthsHandlers } from '#app/modules/allowances/publish-months.server.ts';
import { claimReminderHandlers } from '#app/modules/allowances/mails/remind-waiting-claims.server.ts';
import { allianceMailHandlers } from '#app/modules/alliances/mails/mail-spending.server.ts';
import { giftHandlers } from '#app/modules/donations/handlers.server.ts';
import { gatheringHandlers } from '#app/modules/gatherings/mails/mail-gathering.server.ts';
import { outcomeHandlers } from '#app/modules/gatherings/mails/mail-outcome.server.ts';
import { meetingHandlers } from '#app/modules/meetings/mails/mail-meetings.server.ts';
import { roundHandlers } from '#app/modules/gatherings/round-jobs.server.ts';
import { integrityHandlers } from '#app/modules/integrity/mails/mail-integrity.server.ts';
import { giftEvents } from '#app/modules/donations/stripe-part.server.ts';
import { assignmentMailHandlers } from '#app/modules/decisions/mails/mail-assignment-given.server.ts';
import { interestMailHandlers } from '#app/modules/matching/mails/mail-interest.server.ts';
import { matchingHandlers } from '#app/modules/matching/match-jobs.server.ts';
import { donutMailHandlers } from '#app/modules/donutfonds/mails/mail-donut.server.ts';
import { decisionMailHandlers } from '#app/modules/decisions/mails/mail-proposal-waiting.server.ts';
import { stepMailHandlers } from '#app/modules/loket/mails/mail-step.server.ts';
import { lateStepHandlers } from '#app/modules/loket/mails/remind-late-steps.server.ts';
import { peopleJobs } from '#app/modules/people/mails/mail-jobs.server.ts';
import { procurementMailHandlers } from '#app/modules/procurement/mails/mail-procurement-warning.server.ts';
import { scoringMailHandlers } from '#app/modules/scoring/mails/mail-reviews-waiting.server.ts';
import { bankJobs } from '#app/modules/bank/mails/bank-jobs.server.ts';
import { portfolioHandlers } from '#app/modules/portfolios/mails/mail-portfolio.server.ts';
import { retentionHandlers } from '#app/modules/retention/remove-past-retention.server.ts';
import { paymentMailHandlers } from '#app/modules/payouts/mails/mail-payment-failed.server.ts';
import { payerMailHandlers } from '#app/modules/payouts/mails/mail-payer-account.server.ts';
import { payoutMailHandlers } from '#app/modules/payouts/mails/mail-not-arrived.server.ts';
import { payoutEvents, stripePayHandlers } from '#app/modules/payouts/stripe-handlers.server.ts';
import { accountEvents } from '#app/modules/stripe/stripe-part.server.ts';
import { logHandlers } from '#app/modules/transparency/publish-log.server.ts';
import { foundNow } from '#app/modules/search/queries/found-now.query.server.ts';
import { stripeHandlers } from '#app/modules/stripe/handle-events.server.ts';
import { subscriptionHandlers } from '#app/modules/subscriptions/mails/subscription-handlers.server.ts';
import { voteMailHandlers } from '#app/modules/voting/mails/mail-outcome.server.ts';
import { votingHandlers } from '#app/modules/voting/mails/handlers.server.ts';
import type { JobHandler } from '#app/platform/jobs.server.ts';

/** What the worker can do: one line for each kind of job. A job without a handler stays in the queue. */
export const jobHandlers: readonly JobHandler[] = [
  ...peopleJobs,
  ...logHandlers,
  ...stepMailHandlers,
  ...lateStepHandlers,
  ...scoringMailHandlers,
  ...decisionMailHandlers,
  ...controlHandlers,
  ...changeMailHandlers,
  ...allianceMailHandlers,
  ...votingHandlers,
  ...voteMailHandlers,
  ...planMailHandlers,
  ...ledgerDayHandlers,
  ...assignmentMailHandlers,
  ...procurementMailHandlers,
  ...donutMailHandlers,
  ...claimMailHandlers,
  ...claimReminderHandlers,
  ...bankJobs,
  ...signedUpMailHandlers,
  ...publishMonthsHandlers,
  ...retentionHandlers,
  ...giftHandlers,
  ...payoutMailHandlers,
  ...matchingHandlers,
  ...interestMailHandlers,
  ...portfolioHandlers,
  ...gatheringHandlers,
  ...outcomeHandlers,
  ...meetingHandlers,
  ...roundHandlers,
  ...actionHandlers,
  ...contributionHandlers,
  ...integrityHandlers,
  ...subscriptionHandlers(foundNow),
  ...stripePayHandlers,
  ...paymentMailHandlers,
  ...payerMailHandlers,
  ...stripeHandlers([giftEvents, accountEvents, payoutEvents]),
];

/** Work by the clock (UTC). `fill` makes up for days on which no worker ran. */
export const crontab = [
  '0 6 * * * remind-late-steps ?fill=6d',
  '20 * * * * check-ledger',
  '35 * * * * publish-log',
  '15 1 * * * publish-ledger-days ?fill=1d',
  '30 6 * * 1 remind-waiting-claims ?fill=6d',
  '10 6 * * * remind-actions ?fill=6d',
  '50 6 * * 1 digest-actions ?fill=6d',
  '5 * * * * tell-input-moves',
  '40 1 * * * erase-left-accounts ?fill=1d',
  '10 4 * * * publish-months ?fill=1d',
  '40 2 * * * remove-past-retention ?fill=1d',
  '40 * * * * fetch-stripe-events',
  '50 * * * * check-open-gifts',
  '*/10 * * * * list-gift-givers',
  '10 * * * * check-stripe-lines',
  '15 5 * * * check-stripe-accounts ?fill=1d',
  '20 3 * * * match-all ?fill=1d&queue=matching',
  '20 5 * * * ask-match-outcomes ?fill=1d',
  '25 5 * * * ask-gathering-promises ?fill=1d',
  '*/5 * * * * settle-gatherings',
  '* * * * * open-and-close-votes',
  '25 * * * * shuffle-ballots',
  '*/10 * * * * watch-votes',
  '*/30 * * * * remind-registered',
  '35 6 * * * ask-interest-statements ?fill=6d',
  '5 5 * * * move-integrity-questions ?fill=6d',
  // after midnight in Amsterdam: what was asked until yesterday goes
  '30 0 * * * check-search ?fill=1d',
  // at the hour, in whatever season: the job itself knows what is due in Amsterdam
  '0 * * * * send-digests ?fill=1d',
].join('\n');
