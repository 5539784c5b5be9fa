import { beforeEach, describe, expect, test } from 'vitest';
import { publishMinutes, correctMinutes } from '#app/modules/meetings/commands/move-minutes.server.ts';
import { meetingWork, workMeeting } from '#app/modules/meetings/queries/meeting-work.query.server.ts';
import { minutesToRedact } from '#app/modules/meetings/queries/minutes-to-redact.query.server.ts';
import { beginRedaction } from '#app/modules/redaction/commands/begin-redaction.server.ts';
import { acceptTheRest, decideMarks } from '#app/modules/redaction/commands/decide-marks.server.ts';
import { markByHand, takeOffList } from '#app/modules/redaction/commands/mark-by-hand.server.ts';
import {
  offerRedaction,
  releaseRedaction,
  sendBackRedaction,
} from '#app/modules/redaction/commands/release-redaction.server.ts';
import { redactionDesk } from '#app/modules/redaction/queries/redaction-desk.query.server.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { as, content, makeAdopted, secrets } from './scene.ts';

const own = useTestDatabase();
let scene: Awaited<ReturnType<typeof makeAdopted>>;

beforeEach(async () => {
  scene = await makeAdopted(own.database);
});

const begin = async (who: keyof typeof scene.people = 'editor', slug = scene.slug) => {
  const minutes = await minutesToRedact(own.database, slug);
  if (minutes === null) throw new Error('no minutes');
  return beginRedaction(minutes, await as(own.database, scene.people[who]));
};
const begun = async () => {
  const outcome = await begin();
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
};
const person = (who: keyof typeof scene.people) => as(own.database, scene.people[who]);
const revisionOf = async (id: string) => (await own.database.redaction.findUniqueOrThrow({ where: { id } })).revision;
const deskOf = async (who: keyof typeof scene.people) => {
  const desk = await redactionDesk(own.database, (await person(who)).actor, await newest());
  if (desk === null) throw new Error('no desk');
  return desk;
};
const newest = async () => {
  const minutes = await minutesToRedact(own.database, scene.slug);
  if (minutes === null) throw new Error('no minutes');
  return minutes;
};
const own_ = { ground: '5.1.2.e', replacement: '', where: 'everywhere', passage: '', start: 0, list: 'no' } as const;

async function released() {
  const redactionId = await begun();
  await acceptTheRest(redactionId, await person('editor'));
  await offerRedaction({ redactionId, revision: await revisionOf(redactionId) }, await person('editor'));
  const done = await releaseRedaction({ redactionId, revision: await revisionOf(redactionId) }, await person('chair'));
  expect(done.ok).toBe(true);
  return redactionId;
}

describe('taking names out of minutes', () => {
  test('finds them, leaves the chair and the street, and suggests the organisation', async () => {
    await begun();
    const { groups, passages } = await deskOf('editor');
    const words = groups.map(({ word }) => word);
    expect(words).toEqual(expect.arrayContaining(['Daniro', 'Marlou', 'Niels Raatgever', 'daniro.jansma@sdc.example']));
    expect(words.join(' ')).not.toMatch(/Jolande|Galen/);
    expect(groups.find(({ word }) => word === 'Daniro')?.replacement).toBe('SDC');
    const text = passages.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join('');
    expect(text).toContain('Jan van Galenstraat');
  });

  test('is for who works for the body', async () => {
    expect(await begin('member')).toMatchObject({ ok: false, reason: 'role-needed' });
    expect(await begin('stranger')).toMatchObject({ ok: false, reason: 'role-needed' });
    const id = await begun();
    expect(await begin('chair')).toMatchObject({ ok: false, reason: 'already-begun' });
    expect(await acceptTheRest(id, await person('stranger'))).toMatchObject({ ok: false, reason: 'role-needed' });
    expect(await redactionDesk(own.database, (await person('stranger')).actor, await newest())).toBeNull();
  });

  test('is offered when all is decided, and released by another than who decided', async () => {
    const redactionId = await begun();
    const step = async () => ({ redactionId, revision: await revisionOf(redactionId) });
    expect(await offerRedaction(await step(), await person('editor'))).toMatchObject({ reason: 'not-all-decided' });
    await acceptTheRest(redactionId, await person('editor'));
    expect(await releaseRedaction(await step(), await person('chair'))).toMatchObject({ reason: 'not-offered' });
    const waits = async () => {
      const { actor, now } = await person('chair');
      const [list, one] = [
        await meetingWork(own.database, actor, now),
        await workMeeting(own.database, actor, scene.slug, now),
      ];
      return [list.find(({ slug }) => slug === scene.slug)?.minutes, one?.minutes?.step];
    };
    expect(await waits()).toEqual(['adopted', 'adopted']);
    expect((await offerRedaction(await step(), await person('editor'))).ok).toBe(true);
    expect(await waits()).toEqual(['offered', 'offered']);
    expect(await releaseRedaction(await step(), await person('editor'))).toMatchObject({ reason: 'same-person' });
    const old = await step();
    expect((await sendBackRedaction({ ...old, why: 'Kijk naar regel 2' }, await person('chair'))).ok).toBe(true);
    expect((await deskOf('editor')).sentBackWhy).toBe('Kijk naar regel 2');
    // the chair decides something too, and is no second person any more
    const [group] = (await deskOf('chair')).groups;
    const mark = group?.places.map(({ id }) => id) ?? [];
    await decideMarks(
      { redactionId, mark, answer: 'accept', ground: '5.1.2.e', replacement: '' },
      await person('chair'),
    );
    await offerRedaction(await step(), await person('editor'));
    expect(await releaseRedaction(old, await person('chair'))).toMatchObject({ reason: 'changed-meanwhile' });
    expect(await releaseRedaction(await step(), await person('chair'))).toMatchObject({ reason: 'same-person' });
  });

  test('publishes nothing of what was taken out: not in the file, not for who may publish', async () => {
    await released();
    const { minutesId, versionId } = scene;
    const published = await publishMinutes({ id: minutesId, versionId }, await person('editor'));
    expect(published.ok).toBe(true);
    const row = await own.database.minutesPublication.findUniqueOrThrow({ where: { versionId } });
    for (const secret of secrets) expect(row.published).not.toContain(secret);
    expect(row.published).toContain('SDC vertelt over het voorstel. Jolande vat samen.');
    expect(row.published).toContain('■ 5.1.2.e');
    const actions = JSON.stringify(await own.database.action.findMany({ where: { publishedAt: { not: null } } }));
    expect(actions).not.toMatch(/Daniro|Marlou/);
  });

  test('cannot be gone round: unreleased minutes are not published, released marks stay', async () => {
    const { minutesId, versionId } = scene;
    expect(await publishMinutes({ id: minutesId, versionId }, await person('chair'))).toMatchObject({ ok: false });
    const id = await released();
    const { redaction, redactionMark } = own.database;
    await expect(redactionMark.updateMany({ where: { redactionId: id }, data: { state: 'rejected' } })).rejects.toThrow(
      'redaction_mark_open',
    );
    await expect(redaction.update({ where: { id }, data: { released: [] } })).rejects.toThrow(
      'redaction_released_stays',
    );
    await expect(redaction.delete({ where: { id } })).rejects.toThrow('redaction_stays');
  });

  test('counts again for what a correction did not change, and not for what it did', async () => {
    await released();
    await publishMinutes({ id: scene.minutesId, versionId: scene.versionId }, await person('editor'));
    const mended = structuredClone(content);
    const [first] = mended.lines;
    if (first !== undefined) first.explanation = 'Daniro vertelt iets anders dan Marlou.';
    const reason = 'Daniro zei het anders';
    const corrected = await correctMinutes(
      { id: scene.minutesId, version: 1, content: mended, reason },
      await person('editor'),
    );
    expect(corrected.ok).toBe(true);
    const redactionId = await begun();
    const marks = await own.database.redactionMark.findMany({ where: { redactionId } });
    const found = new Set(marks.filter(({ state }) => state === 'found').map(({ passage }) => passage));
    expect(found).toEqual(new Set(['line:1:explanation', 'reason']));
    expect(marks.filter(({ state }) => state === 'accepted').length).toBeGreaterThan(5);
  });
});

describe('marks by hand', () => {
  test('of a word in every place, of one place, and on the list of the body', async () => {
    const redactionId = await begun();
    const editor = await person('editor');
    const everywhere = await markByHand({ redactionId, ...own_, word: 'voorstel' }, editor);
    expect(everywhere).toMatchObject({ ok: true, value: 1 });
    expect(await markByHand({ redactionId, ...own_, word: 'komkommer' }, editor)).toMatchObject({
      reason: 'word-not-there',
    });
    const passage = 'line:1:explanation';
    const start = content.lines[0]?.explanation.indexOf('komt langs') ?? 0;
    const here = { ...own_, where: 'here', passage, start } as const;
    expect(await markByHand({ redactionId, ...here, word: 'komt langs' }, editor)).toMatchObject({ value: 1 });
    // a word inside a mark does not make the mark smaller
    await markByHand({ redactionId, ...own_, word: 'Niels', list: 'always' }, editor);
    const { groups, words } = await deskOf('editor');
    expect(groups.map(({ word }) => word)).toContain('Niels Raatgever');
    expect(words.map(({ word, sort }) => [word, sort])).toEqual([['Niels', 'always']]);
    const never = await markByHand({ redactionId, ...own_, word: 'Marlou', list: 'never' }, editor);
    expect(never.ok).toBe(true);
    const marlou = (await deskOf('editor')).groups.find(({ word }) => word === 'Marlou');
    expect(marlou?.places.every(({ state }) => state === 'rejected')).toBe(true);
    const wordId = (await deskOf('editor')).words[0]?.id ?? '';
    expect((await takeOffList({ redactionId, wordId }, editor)).ok).toBe(true);
  });

  test('two at the same instant leave no letters marked twice', async () => {
    const redactionId = await begun();
    const editor = await person('editor');
    const both = await Promise.all([
      markByHand({ redactionId, ...own_, word: 'het voorstel' }, editor),
      markByHand({ redactionId, ...own_, word: 'voorstel. Jolande' }, await person('chair')),
    ]);
    expect(both.every(({ ok }) => ok)).toBe(true);
    const marks = await own.database.redactionMark.findMany({ where: { redactionId, passage: 'line:1:explanation' } });
    const sorted = marks.sort((a, b) => a.start - b.start);
    for (const [index, mark] of sorted.entries())
      expect(mark.start).toBeGreaterThanOrEqual(sorted[index - 1]?.end ?? 0);
  });

  test('of what is not there, or is of another redaction, are refused', async () => {
    const redactionId = await begun();
    const editor = await person('editor');
    const answer = { answer: 'accept', ground: '5.1.2.e', replacement: '' } as const;
    expect(await decideMarks({ redactionId: 'x', mark: [], ...answer }, editor)).toMatchObject({
      reason: 'redaction-unknown',
    });
    const mark = ['00000000-0000-7000-8000-000000000000'];
    expect(await decideMarks({ redactionId, mark, ...answer }, editor)).toMatchObject({ reason: 'mark-unknown' });
  });
});
