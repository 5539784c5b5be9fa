import { minutesWork } from '#app/modules/meetings/queries/minutes-work.query.server.ts';
import { publishMinutes } from '#app/modules/meetings/commands/move-minutes.server.ts';
import { minutesToRedact } from '#app/modules/meetings/queries/minutes-to-redact.query.server.ts';
import { beginRedaction } from '#app/modules/redaction/commands/begin-redaction.server.ts';
import { acceptTheRest } from '#app/modules/redaction/commands/decide-marks.server.ts';
import { offerRedaction, releaseRedaction } from '#app/modules/redaction/commands/release-redaction.server.ts';
import { testNow } from '#tests/factories/index.ts';
import { as, makeAdopted } from '#tests/integration/redaction/scene.ts';
import { backdate, eachGoesAfterItsPeriod, longAgo, two, useAgingDatabase, type PairsOf } from './aging.ts';

const own = useAgingDatabase();

/** Minutes that were published just now. */
async function published() {
  const { database } = own;
  const scene = await makeAdopted(database);
  const minutes = await minutesToRedact(database, scene.slug);
  const editor = await as(database, scene.people.editor);
  const begun = minutes === null ? null : await beginRedaction(minutes, editor);
  if (begun?.ok !== true) throw new Error('not begun');
  const redactionId = begun.value;
  await acceptTheRest(redactionId, editor);
  await offerRedaction({ redactionId, revision: 2 }, editor);
  await releaseRedaction({ redactionId, revision: 3 }, await as(database, scene.people.chair));
  const done = await publishMinutes(
    { id: scene.minutesId, versionId: scene.versionId },
    { ...editor, now: new Date() },
  );
  if (!done.ok) throw new Error(done.reason);
  return scene;
}

const pairs: PairsOf<'minutes'> = {
  'minutes-names': async () => {
    const { database } = own;
    const scenes: Awaited<ReturnType<typeof published>>[] = [];
    await two(async () => {
      scenes.push(await published());
    });
    return {
      old: async () => {
        const id = scenes[0]?.versionId ?? '';
        await backdate(database, `update minutes_publication set published_at = ${longAgo} where version_id = '${id}'`);
      },
      left: async () => {
        const counts = await Promise.all([
          database.redaction.count({ where: { NOT: { input: { equals: {} } } } }),
          database.minutesVersion.count({ where: { NOT: { content: { equals: {} } } } }),
          database.minutes.count({ where: { NOT: { content: { equals: {} } } } }),
        ]);
        // the page of the minutes still opens
        const { slug, people } = scenes[0] ?? { slug: '', people: { editor: '' } };
        const view = await minutesWork(database, (await as(database, people.editor)).actor, slug, testNow);
        return view !== null && new Set(counts).size === 1 ? counts[0] : -1;
      },
    };
  },
};

eachGoesAfterItsPeriod(own, 'minutes', pairs, async () => Promise.resolve());
