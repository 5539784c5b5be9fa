import { translatorOf } from '#app/i18n/all.server.ts';
import { localeFrom } from '#app/i18n/locale.ts';
import { personToMail } from '#app/modules/loket/mails/recipients.server.ts';
import { handleJob, type JobContext, type JobHandler } from '#app/platform/jobs.server.ts';
import { askOutcomes } from '../commands/answer-outcome.server.ts';
import {
  askMatchOutcomes,
  mailClaim,
  mailClaimAnswer,
  mailKeeperInvitation,
  mailMatch,
  mailMatchOutcome,
  mailMessage,
  mailReport,
  mailReportAnswer,
  mailReportedSide,
} from '../jobs.server.ts';
import { claimFacts } from '../queries/claims.query.server.ts';
import { invitationToMail } from '../queries/invitations.query.server.ts';
import { mailFacts, reportFacts } from '../queries/mail-facts.query.server.ts';
import { portfolioMail, type PortfolioMailFacts } from './portfolio-mail.ts';

type Wants = 'mailOnSteps' | 'mailOnWork';

async function send(
  facts: PortfolioMailFacts,
  personId: string | null,
  wants: Wants,
  { database, mailer, publicUrl, jobKey }: JobContext,
): Promise<void> {
  const person = await personToMail(database, personId, wants);
  if (person === null) return;
  await mailer.send(portfolioMail(facts, person, publicUrl, translatorOf(person.locale)), jobKey);
}

/** Who read it meanwhile gets no mail any more. */
const onMessage = handleJob(mailMessage, async ({ conversationId, personId, sentAt }, context) => {
  const reading = await context.database.conversationReading.findUnique({
    where: { conversationId_personId: { conversationId, personId } },
    select: { readAt: true },
  });
  if (reading !== null && reading.readAt >= sentAt) return;
  const names = await mailFacts(context.database, { conversationId }, personId);
  if (names === null) return;
  const path = `/berichten/${conversationId}`;
  await send(
    { kind: 'message', words: { mine: names.mine, other: names.other }, reason: '', path },
    personId,
    'mailOnSteps',
    context,
  );
});

const onMatch = handleJob(mailMatch, async ({ matchId, personId }, context) => {
  const names = await mailFacts(context.database, { matchId }, personId);
  if (names === null) return;
  const path = `/berichten/${names.conversationId}`;
  await send(
    { kind: 'match', words: { mine: names.mine, other: names.other }, reason: '', path },
    personId,
    'mailOnSteps',
    context,
  );
});

const onOutcome = handleJob(mailMatchOutcome, async ({ matchId, personId }, context) => {
  const names = await mailFacts(context.database, { matchId }, personId);
  // told already, by the other side or a fellow keeper
  if (names === null || names.isAnswered) return;
  const path = `/ontmoet/oefening?portfolio=${names.mineSlug}#matches`;
  await send(
    { kind: 'outcome', words: { mine: names.mine, other: names.other }, reason: '', path },
    personId,
    'mailOnSteps',
    context,
  );
});

/** To an address, whether or not there is an account of it: signing in with it makes one. */
const onInvitation = handleJob(mailKeeperInvitation, async ({ invitationId }, context) => {
  const { database, mailer, publicUrl, now, jobKey } = context;
  const invited = await invitationToMail(database, invitationId, now);
  if (invited === null) return;
  const recipient = { email: invited.email, name: invited.name, locale: localeFrom(invited.locale) };
  const facts: PortfolioMailFacts = {
    kind: 'invitation',
    words: { mine: invited.portfolioName },
    reason: '',
    path: '/mijn/uitnodigingen',
  };
  await mailer.send(portfolioMail(facts, recipient, publicUrl, translatorOf(recipient.locale)), jobKey);
});

const onClaim = handleJob(mailClaim, async ({ claimId, personId }, context) => {
  const claim = await claimFacts(context.database, claimId);
  if (claim === null || claim.answer !== null) return;
  const words = { mine: claim.portfolio.name };
  await send(
    { kind: 'claim', words, reason: '', path: '/ontmoet-werk/meldingen#aanmelders' },
    personId,
    'mailOnWork',
    context,
  );
});

const onClaimAnswer = handleJob(mailClaimAnswer, async ({ claimId }, context) => {
  const claim = await claimFacts(context.database, claimId);
  if (claim?.answer == null) return;
  const { slug, name } = claim.portfolio;
  const isConfirmed = claim.answer === 'confirmed';
  const path = isConfirmed ? `/portfolios/${slug}/bewerken` : `/portfolios/${slug}`;
  const kind = isConfirmed ? 'claimConfirmed' : 'claimRefused';
  await send({ kind, words: { mine: name }, reason: claim.reason, path }, claim.personId, 'mailOnSteps', context);
});

const onReport = handleJob(mailReport, async ({ reportId, personId }, context) => {
  const report = await reportFacts(context.database, reportId);
  if (report === null || report.answer !== null) return;
  const path = `/ontmoet-werk/meldingen/${reportId}`;
  await send({ kind: 'report', words: {}, reason: '', path }, personId, 'mailOnWork', context);
});

const kindOfAnswer = { nothing: 'reportNothing', warned: 'reportWarned', hidden: 'reportHidden' } as const;

const onReportAnswer = handleJob(mailReportAnswer, async ({ reportId }, context) => {
  const report = await reportFacts(context.database, reportId);
  if (report?.answer == null) return;
  const { answer, reason, conversationId, reporterId } = report;
  const path = `/berichten/${conversationId}`;
  await send({ kind: kindOfAnswer[answer], words: {}, reason, path }, reporterId, 'mailOnSteps', context);
});

const onReportedSide = handleJob(mailReportedSide, async ({ reportId, personId }, context) => {
  const report = await reportFacts(context.database, reportId);
  if (report === null || (report.answer !== 'warned' && report.answer !== 'hidden')) return;
  const { answer, reason, conversationId, reportedSlug, reportedName } = report;
  const path = answer === 'hidden' ? `/portfolios/${reportedSlug}/bewerken` : `/berichten/${conversationId}`;
  await send({ kind: answer, words: { mine: reportedName }, reason, path }, personId, 'mailOnSteps', context);
});

const onAsk = handleJob(askMatchOutcomes, async (_payload, { database, now }) => {
  await askOutcomes(database, now);
});

export const portfolioHandlers: readonly JobHandler[] = [
  onMessage,
  onMatch,
  onOutcome,
  onInvitation,
  onClaim,
  onClaimAnswer,
  onReport,
  onReportAnswer,
  onReportedSide,
  onAsk,
];
