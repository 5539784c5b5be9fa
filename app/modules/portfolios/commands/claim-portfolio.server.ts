import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { isSlug } from '#app/modules/initiatives/slug.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { editorsOfTheOffice } from '../conversation.store.server.ts';
import { mailClaim, mailClaimAnswer } from '../jobs.server.ts';
import { mayModerate } from '../policy.ts';
import { keepersOf, touch } from '../portfolio.store.server.ts';
import { portfolioRules, type PortfolioRefusal } from '../refusals.ts';

/** So many can wait for an answer of one person; nobody belongs to more plans of the papers at once. */
const mostClaimsWaiting = 5;

/**
 * Somebody says that they belong to a plan of the papers, which nobody submitted here. The programme office looks at it.
 * @param input.formKey becomes the id, so that a double post says it once
 */
export async function claimPortfolio(
  { slug, formKey: id, note }: { slug: string; formKey: string; note: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, PortfolioRefusal>> {
  const { actor, now } = context;
  const personId = actor.person.id;
  if (!isSlug(slug)) return refused('portfolio-unknown');
  if (!isId(id)) return refused('form-key-invalid');
  return inTransaction<void, PortfolioRefusal, PortfolioRefusal>(
    context,
    async (tx) => {
      await holdKey(tx, `claims:${personId}`);
      const known = await tx.portfolioClaim.findUnique({ where: { id }, select: { personId: true } });
      if (known !== null) return known.personId === personId ? accepted() : refused('form-key-invalid');
      const [portfolio] = await tx.$queryRaw<{ id: string }[]>`
        select id::text as id from portfolio_face where slug = ${slug}`;
      if (portfolio === undefined) return refused('portfolio-unknown');
      if ((await keepersOf(tx, portfolio.id)).includes(personId)) return refused('not-to-claim');
      if ((await tx.portfolioClaim.count({ where: { personId, answer: null } })) >= mostClaimsWaiting)
        return refused('too-many-claims');
      await tx.portfolioClaim.create({ data: { id, portfolioId: portfolio.id, personId, note, claimedAt: now } });
      for (const editorId of await editorsOfTheOffice(tx, dayInAmsterdam(now)))
        if (editorId !== personId)
          await enqueue(tx, mailClaim, { claimId: id, personId: editorId }, `mail-portfolio-claim:${id}:${editorId}`);
      return accepted();
    },
    { refusals: portfolioRules },
  );
}

export type AnswerClaim = { claimId: string; confirms: boolean; reason: string };

/**
 * An editor of the programme office confirms that somebody belongs to a plan of the papers, who keeps its portfolio from now on; or
 * does not, with the reason. Never for themselves.
 */
export async function answerClaim(
  { claimId: id, confirms, reason }: AnswerClaim,
  context: Context<SignedIn>,
): Promise<Outcome<void, PortfolioRefusal>> {
  const { actor, now } = context;
  const allowed = mayModerate(actor);
  if (!allowed.ok) return allowed;
  if (!isId(id)) return refused('claim-unknown');
  return inTransaction<void, PortfolioRefusal>(context, async (tx) => {
    await tx.$queryRaw`select 1 from portfolio_claim where id = ${id}::uuid for update`;
    const claim = await tx.portfolioClaim.findUnique({ where: { id } });
    if (claim === null) return refused('claim-unknown');
    if (claim.personId === actor.person.id) return refused('own-claim');
    const answer = confirms ? 'confirmed' : 'refused';
    if (claim.answer !== null) return claim.answer === answer ? accepted() : refused('already-answered');
    await tx.portfolioClaim.update({
      where: { id },
      data: { answer, answerReason: reason, answeredById: actor.person.id, answeredAt: now },
    });
    const { portfolioId, personId } = claim;
    if (confirms && !(await keepersOf(tx, portfolioId)).includes(personId)) {
      await tx.portfolioKeeper.create({
        data: { id: newId(), portfolioId, personId, addedById: actor.person.id, addedAt: now },
      });
      await touch(tx, portfolioId, now);
    }
    await enqueue(tx, mailClaimAnswer, { claimId: id }, `mail-portfolio-claim-answer:${id}`);
    return accepted();
  });
}
