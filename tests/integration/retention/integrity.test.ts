import { newId } from '#app/kernel/ids.ts';
import { makePerson } from '#tests/factories/index.ts';
import { backdate, eachGoesAfterItsPeriod, longAgo, two, useAgingDatabase, type PairsOf } from './aging.ts';

const own = useAgingDatabase();

/** A line that ended, in two versions. */
async function endedLine(note: string): Promise<string> {
  const interestId = newId();
  const personId = await makePerson(own.database);
  const line = { interestId, personId, kind: 'board', organisationName: 'De Tuin', beginsOn: new Date('2024-01-01') };
  const declared = { ...line, id: interestId, version: 1, note, declaredAt: new Date() };
  await own.database.standingInterest.create({ data: declared });
  const ended = { version: 2, note: '', endsOn: new Date(), declaredAt: new Date() };
  await own.database.standingInterest.create({ data: { ...line, ...ended, id: newId() } });
  return interestId;
}

/** A closed question with an answer, and somebody who opened it. */
async function closedQuestion(): Promise<string> {
  const id = newId();
  await own.database.integrityQuestion.create({
    data: {
      ...{ id, number: `I${id}`, kind: 'question', sealed: Buffer.alloc(40, 1), keyId: '1', contact: 'x' },
      ...{ tokenHash: id, formHash: id, level: 'chair', state: 'open', askedAt: new Date(), levelSince: new Date() },
    },
  });
  const step = { questionId: id, level: 'chair', at: new Date(), sealed: Buffer.alloc(40, 1), keyId: '1' };
  await own.database.integrityStep.create({ data: { ...step, id: newId(), kind: 'asked' } });
  await own.database.integrityQuestion.update({ where: { id }, data: { state: 'closed', closedAt: new Date() } });
  return id;
}

const pairs: PairsOf<'integrity'> = {
  'standing-interest-notes': async () => {
    const made: string[] = [];
    await two(async () => made.push(await endedLine('Mijn zus werkt er.')));
    const [old = ''] = made;
    return {
      old: async () =>
        backdate(own.database, `update standing_interest set declared_at = ${longAgo} where id = '${old}'`),
      left: async () => own.database.standingInterest.count({ where: { interestId: { in: made }, note: { not: '' } } }),
    };
  },
  'standing-interests': async () => {
    const made: string[] = [];
    await two(async () => made.push(await endedLine('')));
    const [old = ''] = made;
    return {
      old: async () =>
        backdate(
          own.database,
          `update standing_interest set begins_on = ${longAgo}, ends_on = case version when 2 then ${longAgo} end
             where interest_id = '${old}'`,
        ),
      left: async () =>
        (
          await own.database.standingInterest.findMany({
            where: { interestId: { in: made } },
            distinct: ['interestId'],
          })
        ).length,
    };
  },
  'integrity-texts': async () => {
    const made: string[] = [];
    await two(async () => made.push(await closedQuestion()));
    const [old = ''] = made;
    return {
      old: async () =>
        backdate(own.database, `update integrity_question set closed_at = ${longAgo} where id = '${old}'`),
      left: async () =>
        own.database.integrityQuestion.count({
          where: {
            id: { in: made },
            OR: [{ keyId: { not: '' } }, { contact: { not: '' } }, { steps: { some: { keyId: { not: '' } } } }],
          },
        }),
    };
  },
  'integrity-looks': async () => {
    const questionId = await closedQuestion();
    const looks = [newId(), newId()];
    const lookerId = await makePerson(own.database);
    // who may look is another rule's: here only how old it is matters
    await backdate(
      own.database,
      ...looks.map(
        (id) => `insert into integrity_look (id, question_id, looker_id, looked_at)
          values ('${id}', '${questionId}', '${lookerId}', now())`,
      ),
    );
    return {
      old: async () =>
        backdate(own.database, `update integrity_look set looked_at = ${longAgo} where id = '${looks[0] ?? ''}'`),
      left: async () => own.database.integrityLook.count({ where: { id: { in: looks } } }),
    };
  },
};

eachGoesAfterItsPeriod(own, 'integrity', pairs, async () => Promise.resolve());
