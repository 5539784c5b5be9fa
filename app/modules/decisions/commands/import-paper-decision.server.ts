import { calendarDate, toDateColumn } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import type { PaperDecisionFact } from '#prisma/programme/types.ts';
import { takeNumber } from '../decision.store.server.ts';
import { publicationOf } from '../publication.ts';
import { dossierOf } from '../queries/dossier.server.ts';
import { receiptOf } from '../receipt.server.ts';
import { logDecision } from './log-decision.server.ts';

/**
 * Carries a decision over from a paper of the programme into the register, under the year in which it was taken, with
 * the paper as its source. Papers name organisations, no persons, and nobody confirmed it here. What is there already
 * stays, so this can run at every start.
 * @returns the number in the register
 * @throws Error when the fact names something that the programme's data does not describe
 */
export async function importPaperDecision(database: Database, fact: PaperDecisionFact): Promise<string> {
  return database.$transaction(
    async (tx) => {
      // two that import at once wait for each other here
      await tx.$queryRaw`select 1 from source_paper where key = ${fact.source} for update`;
      const body = await tx.body.findUnique({ where: { slug: fact.body }, select: { id: true } });
      const actielijn = await tx.actielijn.findUnique({ where: { slug: fact.actielijn }, select: { id: true } });
      const criteria = await tx.criteriaVersion.findFirst({
        where: { criteriaSet: { slug: fact.criteriaSet }, version: 1 },
        select: { id: true, criteria: { select: { id: true, slug: true } } },
      });
      if (body === null || actielijn === null || criteria === null)
        throw new Error(`${fact.slug} names a body, actielijn or criteria that are not there`);
      const takenOn = calendarDate(fact.takenOn);
      const before = await tx.decision.findFirst({
        where: { origin: 'paper', sourceKey: fact.source, actielijnId: actielijn.id, takenOn: toDateColumn(takenOn) },
        select: { number: true },
      });
      if (before?.number != null) return before.number;

      const id = newId();
      await tx.decision.create({
        data: {
          id,
          origin: 'paper',
          state: 'prepared',
          bodyId: body.id,
          actielijnId: actielijn.id,
          criteriaVersionId: criteria.id,
          title: fact.title,
          outcome: 'grant',
          method: 'consent',
          motivation: fact.summary,
          interestStatement: fact.interestStatement,
          takenOn: toDateColumn(takenOn),
          sourceKey: fact.source,
        },
      });
      await writePaperParts(tx, id, fact, criteria.criteria);
      const number = await takeNumber(tx, Number(takenOn.slice(0, 4)));
      const published = publicationOf(await dossierOf(tx, id), { number, publishedOn: takenOn });
      const receipt = receiptOf(published);
      await tx.decision.update({ where: { id }, data: { state: 'confirmed', number, published, receipt } });
      await logDecision(tx, { publication: published, receipt }, new Date());
      return number;
    },
    { timeout: 20_000 },
  );
}

async function writePaperParts(
  tx: Transaction,
  decisionId: string,
  fact: PaperDecisionFact,
  criteria: readonly { id: string; slug: string }[],
): Promise<void> {
  const slugs = [...fact.participants, ...fact.recused.map(({ organisation }) => organisation)];
  const organisations = new Map(
    (await tx.organisation.findMany({ where: { slug: { in: slugs } }, select: { id: true, slug: true } })).map(
      ({ id, slug }) => [slug, id],
    ),
  );
  const organisationId = (slug: string): string => {
    const id = organisations.get(slug);
    if (id === undefined) throw new Error(`${fact.slug} names the organisation ${slug}, which is not there`);
    return id;
  };
  await tx.decisionCriterion.createMany({
    data: criteria.flatMap(({ id, slug }) => {
      const motivation = fact.motivation[slug];
      return motivation === undefined ? [] : [{ decisionId, criterionId: id, motivation }];
    }),
  });
  await tx.decisionParticipant.createMany({
    data: [
      ...fact.participants.map((slug) => ({
        id: newId(),
        decisionId,
        organisationId: organisationId(slug),
        part: 'took-part',
      })),
      ...fact.recused.map(({ organisation, reason }) => ({
        id: newId(),
        decisionId,
        organisationId: organisationId(organisation),
        part: 'recused',
        reason,
      })),
    ],
  });
}
