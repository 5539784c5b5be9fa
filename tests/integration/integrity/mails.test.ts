import { beforeAll, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { askQuestion } from '#app/modules/integrity/commands/ask-question.server.ts';
import { followQuestion } from '#app/modules/integrity/commands/follow-question.server.ts';
import { answerQuestion, writeOutcome } from '#app/modules/integrity/commands/handle-question.server.ts';
import { mailAsker, mailLevel, questionNews } from '#app/modules/integrity/jobs.server.ts';
import { integrityHandlers } from '#app/modules/integrity/mails/mail-integrity.server.ts';
import { isSignedIn, visitor } from '#app/modules/people/actor.ts';
import { actorOfPerson } from '#app/modules/people/queries/actor.query.server.ts';
import type { JobContext } from '#app/platform/jobs.server.ts';
import type { Mail } from '#app/platform/mail.server.ts';
import type { SealingKeys } from '#app/platform/sealing.server.ts';
import { makeBody, makeMembership, makePerson, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { valueOf } from '../scoring/scene.ts';

const own = useTestDatabase();
const keys: SealingKeys = [{ id: '1', key: Buffer.alloc(32, 7) }];
const sealing = { keys, secret: 'a secret of at least thirty-two characters' };
const words = 'De penningmeester betaalde zijn zwager.';
let chairId: string;
let editorId: string;
let bodyId: string;

beforeAll(async () => {
  bodyId = await makeBody(own.database);
  const office = await makeBody(own.database, { slug: 'programmabureau', kind: 'programme' });
  chairId = await makePerson(own.database, { email: 'voorzitter@wijkbeurs.example' });
  editorId = await makePerson(own.database, { email: 'redacteur@wijkbeurs.example' });
  await makeMembership(own.database, { personId: chairId, bodyId, role: 'chair' });
  await makeMembership(own.database, { personId: editorId, bodyId: office, role: 'editor' });
});

async function sent(name: string, payload: unknown): Promise<Mail[]> {
  const mails: Mail[] = [];
  const context: JobContext = {
    ...{ database: own.database, publicUrl: 'https://wijkbeurs.example', secret: sealing.secret, now: testNow },
    mailer: {
      send: async (mail: Mail) => {
        mails.push(mail);
        return Promise.resolve();
      },
    },
    jobKey: newId(),
  };
  await integrityHandlers.find((handler) => handler.name === name)?.run(payload, context);
  return mails;
}

async function chair() {
  const actor = await actorOfPerson(own.database, chairId, { now: testNow, demo: false, secondFactor: true });
  if (!isSignedIn(actor)) throw new Error('nobody');
  return { actor, now: testNow, database: own.database };
}

test('no mail to the asker or a level says a word of it, and the asker’s leads to their page', async () => {
  const asked = valueOf(
    await askQuestion(
      {
        ...{ formKey: newId(), kind: 'report', bodyId, about: [], text: words },
        ...{ email: 'melder@example.org', withAccount: false, locale: 'nl' },
      },
      { actor: visitor(false), now: testNow, database: own.database },
      sealing,
    ),
  );
  const { id, revision } = await own.database.integrityQuestion.findFirstOrThrow();
  for (const news of questionNews) {
    const [toAsker] = await sent(mailAsker.name, { questionId: id, news });
    expect(toAsker?.to).toBe('melder@example.org');
    expect(toAsker?.text).toContain(`https://wijkbeurs.example/integriteit/volg/${asked.token}`);
    const toLevel = await sent(mailLevel.name, { questionId: id, personId: chairId, news });
    expect(toLevel.map(({ to }) => to)).toEqual(news === 'released' ? [] : ['voorzitter@wijkbeurs.example']);
    const all = JSON.stringify([toAsker, ...toLevel]);
    for (const secret of ['zwager', 'penningmeester']) expect(all).not.toContain(secret);
    expect(JSON.stringify(toLevel)).not.toContain(asked.token);
  }
  // whom it did not reach hears nothing
  expect(await sent(mailLevel.name, { questionId: id, personId: editorId, news: 'waits' })).toEqual([]);

  valueOf(await answerQuestion({ id, revision, text: 'Wij zochten het uit.' }, await chair(), sealing));
  const enough = { token: asked.token, revision: revision + 1, intent: 'enough', text: '' } as const;
  valueOf(await followQuestion(enough, { database: own.database, now: testNow }, sealing));
  valueOf(await writeOutcome({ id, revision: revision + 2, text: 'Er is niets van gebleken.' }, await chair()));
  const [toEditor] = await sent(mailLevel.name, { questionId: id, personId: editorId, news: 'released' });
  expect(toEditor?.to).toBe('redacteur@wijkbeurs.example');
  expect(toEditor?.text).not.toContain(id);
});
