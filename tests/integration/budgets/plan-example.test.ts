import { expect, test } from 'vitest';
import { fundList } from '#app/modules/ledger/queries/fund-list.query.server.ts';
import { dryRun, planImportView } from '#app/modules/budgets/queries/plan-import.query.server.ts';
import { planLines } from '#app/modules/budgets/queries/plan-lines.query.server.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { approve, holding, makePlanScene, proposed } from './plan-scene.ts';

const own = useTestDatabase();
const plan = (...rows: string[]) => ['jaar;team;actielijn;bron;label;bedrag;omschrijving', ...rows].join('\n');
const bytes = (text: string) => new TextEncoder().encode(text);

test('the lines of a made-up plan are marked, and those of a real one are not', async () => {
  const { database } = own;
  const scene = await makePlanScene(database);
  const row = (label: string, amount: string) => `2026;${scene.team};;${scene.source};${label};${amount};`;
  const made = await proposed(database, scene, plan(row('Verzonnen', '10')), true);
  expect(await planImportView(database, holding(database, scene.holderId, 'budget_holder').actor, made)).toMatchObject({
    isExample: true,
  });
  expect(await approve(database, scene, made)).toMatchObject({ ok: true });
  expect(await approve(database, scene, await proposed(database, scene, plan(row('Echt', '20'))))).toMatchObject({
    ok: true,
  });
  const lines = await planLines(database, { sourceSlug: scene.source });
  expect(lines.map(({ label, isExample }) => [label, isExample]).sort()).toEqual([
    ['Echt', false],
    ['Verzonnen', true],
  ]);
  const slugs = new Map(lines.map(({ label, slug }) => [slug, label]));
  const shown = (await fundList(database)).filter(({ slug }) => slugs.has(slug));
  expect(shown.map(({ slug, isExample }) => [slugs.get(slug), isExample]).sort()).toEqual([
    ['Echt', false],
    ['Verzonnen', true],
  ]);
});

test('made-up and real money do not meet in one line', async () => {
  const { database } = own;
  const scene = await makePlanScene(database);
  const row = (label: string, amount: string) => `2026;${scene.team};;${scene.source};${label};${amount};`;
  await approve(database, scene, await proposed(database, scene, plan(row('Verzonnen', '10')), true));
  await approve(database, scene, await proposed(database, scene, plan(row('Echt', '20'))));
  const both = bytes(plan(row('Verzonnen', '11'), row('Echt', '21')));
  expect((await dryRun(database, both, false)).mistakes).toEqual([
    { row: 2, column: null, code: 'line-is-example', facts: { nowCents: 1000 } },
  ]);
  expect((await dryRun(database, both, true)).mistakes).toEqual([
    { row: 3, column: null, code: 'line-is-real', facts: { nowCents: 2000 } },
  ]);
  // what stays as it is mixes nothing
  expect((await dryRun(database, bytes(plan(row('Verzonnen', '10'), row('Echt', '21'))), false)).mistakes).toEqual([]);
});

test('whether it is an example is part of what was proposed', async () => {
  const { database } = own;
  const scene = await makePlanScene(database);
  const id = await proposed(database, scene, plan(`2026;${scene.team};;${scene.source};;10;`), true);
  await expect(database.planImport.update({ where: { id }, data: { isExample: false } })).rejects.toThrow(
    'plan_import_closed',
  );
});
