import { toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { mostLines, type Direction, type ResourceKind } from '../portfolio.ts';
import { lockOwnPortfolio, touch } from '../portfolio.store.server.ts';
import type { PortfolioRefusal } from '../refusals.ts';

export type LineContent = { resource: ResourceKind; text: string; until: CalendarDate | null };

export type LineChange =
  | { what: 'change'; to: LineContent }
  /** Met, or given away; or not after all. */
  | { what: 'done'; isDone: boolean }
  | { what: 'remove' };

/** A keeper adds what is needed or offered. @param input.formKey becomes the id, so that a double post adds once */
export async function addLine(
  input: { slug: string; formKey: string; direction: Direction } & LineContent,
  context: Context<SignedIn>,
): Promise<Outcome<void, PortfolioRefusal>> {
  const { actor, now } = context;
  const { slug, formKey: id, direction, resource, text, until } = input;
  if (!isId(id)) return refused('form-key-invalid');
  return inTransaction<void, PortfolioRefusal>(context, async (tx) => {
    const portfolio = await lockOwnPortfolio(tx, slug, actor.person.id);
    if (portfolio === null) return refused('portfolio-unknown');
    const portfolioId = portfolio.id;
    const known = await tx.portfolioLine.findUnique({ where: { id }, select: { portfolioId: true } });
    if (known !== null) return known.portfolioId === portfolioId ? accepted() : refused('form-key-invalid');
    const lines = await tx.portfolioLine.aggregate({
      where: { portfolioId },
      _count: true,
      _max: { position: true },
    });
    if (lines._count >= mostLines) return refused('too-many-lines');
    await tx.portfolioLine.create({
      data: {
        id,
        portfolioId,
        direction,
        resource,
        text,
        until: until === null ? null : toDateColumn(until),
        // after what comes from a plan, which takes the places below a hundred
        position: Math.max(100, (lines._max.position ?? 0) + 1),
        addedAt: now,
      },
    });
    await touch(tx, portfolioId, now);
    return accepted();
  });
}

/** A keeper changes a line, or says that it is met. What comes from a plan is changed in the plan. */
export async function changeLine(
  { slug, lineId, change }: { slug: string; lineId: string; change: LineChange },
  context: Context<SignedIn>,
): Promise<Outcome<void, PortfolioRefusal>> {
  const { actor, now } = context;
  if (!isId(lineId)) return refused('line-unknown');
  return inTransaction<void, PortfolioRefusal>(context, async (tx) => {
    const portfolio = await lockOwnPortfolio(tx, slug, actor.person.id);
    if (portfolio === null) return refused('portfolio-unknown');
    const line = await tx.portfolioLine.findFirst({
      where: { id: lineId, portfolioId: portfolio.id },
      select: { fromVersion: true, doneAt: true },
    });
    // taken away twice is taken away
    if (line === null) return change.what === 'remove' ? accepted() : refused('line-unknown');
    if (line.fromVersion !== null && change.what !== 'done') return refused('line-from-version');
    if (change.what === 'remove') await tx.portfolioLine.delete({ where: { id: lineId } });
    else if (change.what === 'done')
      await tx.portfolioLine.update({
        where: { id: lineId },
        data: { doneAt: change.isDone ? (line.doneAt ?? now) : null },
      });
    else {
      const { resource, text, until } = change.to;
      await tx.portfolioLine.update({
        where: { id: lineId },
        data: { resource, text, until: until === null ? null : toDateColumn(until) },
      });
    }
    await touch(tx, portfolio.id, now);
    return accepted();
  });
}
