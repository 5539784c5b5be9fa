import { beforeEach, describe, expect, test } from 'vitest';
import { instant } from '#app/kernel/instant.ts';
import { closeRound } from '#app/modules/scoring/commands/close-round.server.ts';
import { scoringMailHandlers } from '#app/modules/scoring/mails/mail-reviews-waiting.server.ts';
import type { Mail } from '#app/platform/mail.server.ts';
import { testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { assignmentOf, idOf, makeScene, openScene, review, valueOf, type Opened, type Scene } from './scene.ts';

const own = useTestDatabase();
let scene: Scene;
let opened: Opened;
let sent: Mail[];

beforeEach(async () => {
  scene = await makeScene(own.database, { reviewers: 1, initiatives: 2 });
  opened = await openScene(own.database, scene, { minimumReviews: 1 });
  sent = [];
});

async function mailReviewer(now = testNow): Promise<void> {
  const payload = { roundId: opened.roundId, personId: reviewerId() };
  const mailer = { send: async (mail: Mail) => Promise.resolve(void sent.push(mail)) };
  for (const { run } of scoringMailHandlers) {
    await run(payload, {
      database: own.database,
      mailer,
      publicUrl: 'https://wijkbeurs.example',
      secret: 'geheim',
      now,
      jobKey: 'proef',
    });
  }
}

const reviewerId = () => scene.reviewers[0]?.personId ?? '';

describe('the mail to a reviewer', () => {
  test('says how many plans wait and until when, and names none of them', async () => {
    await mailReviewer();
    expect(sent).toHaveLength(1);
    expect(sent[0]?.subject).toBe('Er wachten 2 plannen op jouw beoordeling: Ronde najaar');
    expect(sent[0]?.text).toContain('vrijdag 4 december 2026');
    expect(sent[0]?.text).toContain('https://wijkbeurs.example/beoordeling');
    expect(sent[0]?.text).not.toContain('Buurttuin');
  });

  test('is not sent to who wants no mails about work', async () => {
    await own.database.person.update({ where: { id: reviewerId() }, data: { mailOnWork: false } });
    await mailReviewer();
    expect(sent).toEqual([]);
  });

  test('is not sent when everything is done or the round is closed', async () => {
    const context = scene.reviewers[0]?.context;
    if (context === undefined) throw new Error('one reviewer');
    for (const id of scene.initiativeIds) await review(context, assignmentOf(opened, idOf(context), id), '2', '2');
    await mailReviewer();
    valueOf(await closeRound(opened.roundId, scene.chair));
    await mailReviewer(instant('2026-12-20T12:00:00Z'));
    expect(sent).toEqual([]);
  });
});
