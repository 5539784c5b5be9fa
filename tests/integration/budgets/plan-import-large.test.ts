import { expect, test } from 'vitest';
import { useTestDatabase } from '#tests/support/database.ts';
import { approve, makePlanScene, proposed } from './plan-scene.ts';

const own = useTestDatabase();

// as many rows as a file may have, which took longer than a transaction gets by itself
test('the largest plan is carried out whole', { timeout: 300_000 }, async () => {
  const scene = await makePlanScene(own.database);
  const rows = Array.from({ length: 300 }, (_, index) => `2026;${scene.team};${scene.source};Regel ${String(index)};1`);
  const id = await proposed(own.database, scene, ['jaar;team;bron;label;bedrag', ...rows].join('\n'));
  expect(await approve(own.database, scene, id)).toEqual({ ok: true, value: 300 });
});
