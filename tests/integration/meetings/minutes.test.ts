import { beforeAll, describe, expect, test } from 'vitest';
import { createHash } from 'node:crypto';
import { findings } from '#app/modules/control/queries/findings.query.server.ts';
import { changeRow } from '#app/modules/actions/action.store.server.ts';
import { eraseFromLog } from '#app/modules/meetings/commands/erase-minutes.server.ts';
import {
  adoptMinutes,
  correctMinutes,
  publishMinutes,
  sendMinutes,
} from '#app/modules/meetings/commands/move-minutes.server.ts';
import { moveMeeting } from '#app/modules/meetings/commands/move-meeting.server.ts';
import { beginMinutes, saveMinutes } from '#app/modules/meetings/commands/write-minutes.server.ts';
import type { MinutesContent } from '#app/modules/meetings/minutes-content.ts';
import { minutesPdf } from '#app/modules/meetings/minutes-pdf.server.ts';
import { minutesToRedact } from '#app/modules/meetings/queries/minutes-to-redact.query.server.ts';
import { minutesWork } from '#app/modules/meetings/queries/minutes-work.query.server.ts';
import { publicMinutes } from '#app/modules/meetings/queries/public-minutes.query.server.ts';
import { beginRedaction } from '#app/modules/redaction/commands/begin-redaction.server.ts';
import { acceptTheRest } from '#app/modules/redaction/commands/decide-marks.server.ts';
import { offerRedaction, releaseRedaction } from '#app/modules/redaction/commands/release-redaction.server.ts';
import { translatorOf } from '#app/i18n/all.server.ts';
import { testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { readPdf } from '#tests/support/pdf-text.ts';
import { as, given, makeMeetingScene, plan, type MeetingScene } from './scene.ts';

const own = useTestDatabase();
let scene: MeetingScene;

beforeAll(async () => {
  scene = await makeMeetingScene(own.database);
});

const editor = async () => as(own.database, scene.editorId);
const chair = async () => as(own.database, scene.chairId);

async function held(days: number) {
  const meeting = await plan(await editor(), scene, days);
  given(await moveMeeting({ meetingId: meeting.id, revision: 1, to: { kind: 'announced' } }, await editor()));
  return meeting;
}

const line = { kind: 'note', subject: '', text: '', explanation: '', who: '', when: '' } as const;
const content: MinutesContent = {
  version: 1,
  attendees: [
    { key: 'v', name: 'Vera Voorbeeld', organisation: 'Alliantie', task: 'chair', presence: 'present', interest: '' },
    {
      key: 'b',
      name: 'Pietje Puk',
      organisation: 'Stichting Proef',
      task: 'member',
      presence: 'present',
      interest: 'Verhuurt de zaal',
    },
  ],
  lines: [
    {
      ...line,
      key: 'a',
      kind: 'action',
      subject: 'Bankjes',
      text: 'Bankjes bestellen',
      explanation: 'Pietje Puk vraagt dit.',
      who: 'Lidewij',
      when: '1 december',
    },
    { ...line, key: 'b', subject: 'Rondvraag', text: 'Geen punten' },
  ],
  annex: [],
};
const decisions = new Map<string, string>();

/** Written and sent. */
async function sent(meetingId: string, revision = 1) {
  const id = given(await beginMinutes({ meetingId }, await editor()));
  const saved = given(await saveMinutes({ id, revision, content, decisions }, await editor()));
  given(await sendMinutes({ id, revision: saved }, await editor()));
  return { id, revision: saved + 1 };
}

const actionsOf = async (meetingId: string) =>
  own.database.action.findMany({ where: { meetingId }, orderBy: { minutesLine: 'asc' } });

async function release(slug: string) {
  const version = await minutesToRedact(own.database, slug);
  if (version === null) throw new Error('nothing to redact');
  const redactionId = given(await beginRedaction(version, await editor()));
  given(await acceptTheRest(redactionId, await editor()));
  const revision = async () =>
    (await own.database.redaction.findUniqueOrThrow({ where: { id: redactionId } })).revision;
  given(await offerRedaction({ redactionId, revision: await revision() }, await editor()));
  given(await releaseRedaction({ redactionId, revision: await revision() }, await chair()));
  return version.versionId;
}

describe('minutes', () => {
  test('begin once, when the meeting has begun, and lose nothing when two write', async () => {
    const coming = await held(5);
    expect(await beginMinutes({ meetingId: coming.id }, await editor())).toMatchObject({ reason: 'not-begun' });
    const meeting = await held(-40);
    expect(await beginMinutes({ meetingId: meeting.id }, await as(own.database, scene.memberId))).toMatchObject({
      reason: 'role-needed',
    });
    const mine = await editor();
    const [one, two] = await Promise.all([
      beginMinutes({ meetingId: meeting.id }, mine),
      beginMinutes({ meetingId: meeting.id }, mine),
    ]);
    const id = given(one);
    expect(given(two)).toBe(id);
    const view = await minutesWork(own.database, mine.actor, meeting.slug, testNow);
    expect(view?.content.lines).toMatchObject([{ subject: 'Verslag vorige vergadering', kind: 'decision' }]);
    expect(view?.content.attendees).toMatchObject([{ name: 'Vera Voorbeeld', task: 'chair' }]);
    const both = await Promise.all([
      saveMinutes({ id, revision: 1, content, decisions }, mine),
      saveMinutes({ id, revision: 1, content: { ...content, annex: [] }, decisions }, await chair()),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: 'changed-meanwhile' });
    const twice = { ...content, lines: [...content.lines, ...content.lines] };
    expect(await saveMinutes({ id, revision: 2, content: twice, decisions }, mine)).toMatchObject({
      reason: 'minutes-wrong',
    });
    const member = await as(own.database, scene.memberId);
    expect(await minutesWork(own.database, member.actor, meeting.slug, testNow)).toBeNull();
    given(await sendMinutes({ id, revision: 2 }, mine));
    expect((await minutesWork(own.database, member.actor, meeting.slug, testNow))?.access).toBe('member');
    const stranger = await as(own.database, scene.strangerId);
    expect(await minutesWork(own.database, stranger.actor, meeting.slug, testNow)).toBeNull();
  });

  test('put their actions on the list, for colleagues, and take them off again', async () => {
    const meeting = await held(-30);
    const { id, revision } = await sent(meeting.id);
    expect(await actionsOf(meeting.id)).toMatchObject([
      {
        title: 'Bankjes bestellen',
        ownerWords: 'Lidewij',
        ownerPersonId: scene.memberId,
        dueKind: 'day',
        publishedAt: null,
      },
    ]);
    const without = { ...content, lines: content.lines.slice(1) };
    given(await saveMinutes({ id, revision, content: without, decisions }, await editor()));
    expect(await actionsOf(meeting.id)).toEqual([]);
  });

  test('go from a concept to everybody: adopted, redacted, released, published, mended', async () => {
    const meeting = await held(-21);
    const next = await held(-1);
    const { id, revision } = await sent(meeting.id);
    const adopt = { id, revision, meetingId: next.id, amendments: 'Pietje Puk was er ook.' };
    expect(await adoptMinutes({ ...adopt, meetingId: meeting.id }, await editor())).toMatchObject({
      reason: 'adopted-in-next',
    });
    given(await adoptMinutes(adopt, await editor()));
    expect(await saveMinutes({ id, revision: revision + 1, content, decisions }, await editor())).toMatchObject({
      reason: 'already-adopted',
    });
    const version = await own.database.minutesVersion.findFirstOrThrow({ where: { minutesId: id } });
    const order = { id, versionId: version.id };
    expect(await publishMinutes(order, await editor())).toMatchObject({ reason: 'not-released' });
    expect(await publicMinutes(own.database, meeting.slug, null)).toBeNull();
    expect(await release(meeting.slug)).toBe(version.id);
    const [one, two] = await Promise.all([
      publishMinutes(order, await editor()),
      publishMinutes(order, await editor()),
    ]);
    expect([one, two].filter(({ ok }) => ok)).toHaveLength(1);
    const published = await publicMinutes(own.database, meeting.slug, null);
    expect(published?.minutes).toMatchObject({
      number: expect.stringMatching(/^V2026-\d{4}$/) as string,
      version: 1,
      corrects: null,
    });
    expect(
      createHash('sha256')
        .update(published?.file ?? '')
        .digest('hex'),
    ).toBe(published?.receipt);
    const { parts } = await readPdf(await minutesPdf(published!, translatorOf('nl'), 'nl'));
    const paper = parts.map(({ text }) => text).join(' ');
    for (const text of [published?.file ?? '', paper]) {
      expect(text).not.toContain('Pietje');
      expect(text).not.toContain('Puk');
      expect(text).toContain('Vera Voorbeeld');
      expect(text).toContain('Verhuurt de zaal');
    }
    const [action] = await actionsOf(meeting.id);
    expect(action?.publishedAt).not.toBeNull();
    expect(action?.explanation).not.toContain('Puk');
    expect(published?.minutes.lines[0]?.action).toBe(action?.number);
    const number = published?.minutes.number ?? '';
    expect(await own.database.logLeaf.count({ where: { kind: 'minutes', subject: number } })).toBe(1);

    const mended = { ...content, lines: content.lines.map((one_) => ({ ...one_, when: '2 december' })) };
    const correction = { id, version: 1, content: mended, reason: 'De dag was fout, zei Pietje Puk.' };
    const twice = { ...mended, lines: [...mended.lines, ...mended.lines] };
    expect(await correctMinutes({ ...correction, content: twice }, await editor())).toMatchObject({
      reason: 'minutes-wrong',
    });
    given(await correctMinutes(correction, await editor()));
    expect(await correctMinutes(correction, await editor())).toMatchObject({ reason: 'changed-meanwhile' });
    expect(await correctMinutes({ ...correction, version: 2 }, await editor())).toMatchObject({
      reason: 'not-published',
    });
    const second = await release(meeting.slug);
    expect(second).not.toBe(version.id);
    expect(given(await publishMinutes({ id, versionId: second }, await editor()))).toBe(number);
    const corrected = await publicMinutes(own.database, meeting.slug, null);
    const sheet = (await readPdf(await minutesPdf(corrected!, translatorOf('nl'), 'nl'))).parts;
    const printed = sheet.find(({ text }) => text.includes('Wat er fout was'))?.text ?? '';
    expect(printed).toContain('De dag was fout');
    expect(printed).not.toMatch(/■|□|Puk/u);
    expect(sheet.some(({ text }) => text.startsWith('[…] 5.1.2.e: hier is iets weggehaald'))).toBe(
      JSON.stringify(corrected?.minutes).includes('■ 5.1.2.e'),
    );
    expect(corrected?.minutes).toMatchObject({
      number,
      version: 2,
      corrects: { version: 1 },
    });
    expect((await publicMinutes(own.database, meeting.slug, 1))?.receipt).toBe(published?.receipt);
    expect(await own.database.logLeaf.count({ where: { kind: 'correction', subject: number } })).toBe(1);
    // what is public already follows what was mended, in the words that were released
    const [after] = await actionsOf(meeting.id);
    expect(after?.dueOn).toEqual(new Date('2026-12-02'));
    expect(after?.explanation).toBe(published?.minutes.lines[0]?.explanation);

    // the team has another day by now: a correction of another line leaves it
    const dueOn = new Date('2026-12-20');
    await own.database.$transaction(async (tx) => {
      const row = await tx.action.findUniqueOrThrow({ where: { id: after?.id ?? '' } });
      const by = { personId: scene.chairId, role: 'chair' } as const;
      await changeRow(tx, row, { kind: 'changed', text: '2026-12-02>2026-12-20', data: { dueOn } }, by, testNow);
    });
    const other = mended.lines.map((one_) => (one_.key === 'b' ? { ...one_, text: 'Er waren geen punten' } : one_));
    given(await correctMinutes({ ...correction, version: 2, content: { ...mended, lines: other } }, await editor()));
    given(await publishMinutes({ id, versionId: await release(meeting.slug) }, await editor()));
    expect((await actionsOf(meeting.id))[0]?.dueOn).toEqual(dueOn);

    // a name that slipped through goes from the log and from everybody's sight, once it was mended
    const lines = await own.database.logLeaf.findMany({ where: { subject: number }, orderBy: { index: 'asc' } });
    const [first, , third] = lines.map(({ index }) => index ?? -1);
    const reason = 'Er stond iets in van een bewoner';
    expect(await eraseFromLog({ line: third ?? -1, reason }, await editor())).toMatchObject({
      reason: 'minutes-not-mended',
    });
    const row = own.database.minutesPublication.update({ where: { versionId: version.id }, data: { published: '' } });
    await expect(row).rejects.toThrow('minutes_publication_stays');
    given(await eraseFromLog({ line: first ?? -1, reason }, await editor()));
    expect(await publicMinutes(own.database, meeting.slug, 1)).toBeNull();
    const left = await publicMinutes(own.database, meeting.slug, null);
    expect(left?.versions.map((one_) => one_.version)).toEqual([3, 2]);
    expect(await own.database.minutesPublication.count({ where: { published: published?.file ?? '' } })).toBe(0);
    const { findings: found } = await findings(own.database, testNow, ['record-in-log']);
    expect(found).toEqual([{ invariant: 'record-in-log', offenders: [] }]);
    await own.database.$transaction([
      own.database.$executeRaw`set local session_replication_role = replica`,
      own.database.$executeRaw`
        update minutes_publication set published = bent, receipt = encode(sha256(convert_to(bent, 'UTF8')), 'hex')
          from (select version_id as id, replace(published, 'Er waren geen punten', 'Er was niets') as bent from minutes_publication) other
          where version_id = id and published <> bent`,
    ]);
    const bent = await findings(own.database, testNow, ['record-in-log']);
    expect(bent.findings).toEqual([{ invariant: 'record-in-log', offenders: [`minutes/${number}`] }]);
  });
});
