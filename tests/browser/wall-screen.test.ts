import { expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { useBrowser } from '#tests/support/browser.ts';
import { fillDemo, signInAs } from '#tests/support/demo.ts';
import { useProduct } from '#tests/support/product.ts';
import { moveTonight, planGatheringTonight, walkInTonight } from './tonight.ts';

const product = useProduct({ fill: fillDemo });
const browser = useBrowser();
const many = 30;

test.each([['in a pile'], ['loose']])('on the big screen no note is cut, and each has its turn: %s', async (where) => {
  const { database } = product;
  const slug = await planGatheringTonight(database, { title: `Muur ${where}` });
  await moveTonight(database, slug, 'begun');
  await walkInTonight(database, slug, 'Iemand');
  const { id: gatheringId } = await database.gathering.findUniqueOrThrow({ where: { slug } });
  const writer = await database.gatheringRegistration.findFirstOrThrow({ where: { gatheringId } });
  const clusterId = where === 'loose' ? null : newId();
  if (clusterId !== null)
    await database.gatheringCluster.create({
      data: { id: clusterId, gatheringId, name: 'Alles', position: 1, holds: 'notes' },
    });
  for (let n = 1; n <= many; n += 1)
    await database.gatheringNote.create({
      data: {
        ...{ id: newId(), gatheringId, registrationId: writer.id, kind: 'idea', clusterId },
        text: `Briefje ${String(n)}. ${'Samen maken we het plein groener. '.repeat(n % 5)}`,
        writtenAt: new Date(Date.now() + n * 1000),
      },
    });
  const screen = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await signInAs(screen, product.url, 'redacteur');
  await screen.clock.install();
  await screen.goto(`${product.url}/ontmoet-werk/${slug}/scherm/muur`);
  await screen.getByText('Live', { exact: true }).waitFor();
  const inSight = async () =>
    screen.locator('.big-note').evaluateAll((notes) =>
      notes.flatMap((note) => {
        const [box, frame] = [note.getBoundingClientRect(), note.parentElement!.getBoundingClientRect()];
        if (box.left >= frame.right || box.top >= frame.bottom) return [];
        return [{ text: note.textContent, isWhole: box.bottom <= frame.bottom + 1 && box.right <= frame.right + 1 }];
      }),
    );
  const seen = new Set<string>();
  for (let turn = 0; turn < many && seen.size < many; turn += 1) {
    const notes = await inSight();
    expect(notes.filter(({ isWhole }) => !isWhole)).toEqual([]);
    expect(notes[0]?.text).toContain(`Briefje ${String(many)}.`);
    for (const { text } of notes) seen.add(/Briefje \d+/.exec(text)?.[0] ?? '');
    await screen.clock.runFor(15_000);
  }
  expect(seen.size).toBe(many);
});
