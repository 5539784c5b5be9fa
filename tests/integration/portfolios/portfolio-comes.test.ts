import { beforeAll, expect, test } from 'vitest';
import { useTestDatabase } from '#tests/support/database.ts';
import {
  completePlan,
  makeDistrict,
  signedIn,
  submittedPlan,
  typedDraft,
  type PlanContext,
} from '../initiatives/plan.ts';

const own = useTestDatabase();
let resident: PlanContext;
let bodies: Awaited<ReturnType<typeof makeDistrict>>;

beforeAll(async () => {
  bodies = await makeDistrict(own.database);
  resident = await signedIn(own.database);
});

const portfolioOf = (initiativeId: string) =>
  own.database.portfolio.findUnique({
    where: { initiativeId },
    include: { lines: { orderBy: { position: 'asc' } } },
  });

test('a submitted plan is at the marketplace, with what it needs and offers', async () => {
  const plan = completePlan('Tuin met een kraan');
  const { id, slug } = await submittedPlan(resident, bodies.alliantieId, {
    ...plan,
    steps: {
      ...plan.steps,
      nodig: { ...plan.steps.nodig, people: 'Drie mensen die kunnen spitten' },
      aanbod: { ...plan.steps.aanbod, space: 'Een schuur' },
    },
  });

  const portfolio = await portfolioOf(id);

  expect(portfolio).toMatchObject({ kind: 'initiative', slug, state: 'open' });
  const lines = portfolio!.lines.map((line) => [line.direction, line.resource, line.text]);
  expect(lines).toEqual([
    ['need', 'people', 'Drie mensen die kunnen spitten'],
    ['offer', 'space', 'Een schuur'],
  ]);
});

test('a draft is not', async () => {
  const { id } = await typedDraft(resident, completePlan('Nog niet ingediend'));
  expect(await portfolioOf(id)).toBeNull();
});
