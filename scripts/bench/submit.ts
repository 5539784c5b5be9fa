import { newId } from '#app/kernel/ids.ts';
import { submitInitiative } from '#app/modules/initiatives/commands/submit-initiative.server.ts';
import { draftFromContent } from '#app/modules/initiatives/draft.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { contentOfPlan } from '../made-up/content.ts';
import { madeUpPlan } from '../made-up/plan.ts';
import type { Bench } from './context.ts';
import { inParallel } from './timing.ts';

const drafts = 1500;
const order = { parallel: 4, seconds: 4, warm: 0.5 };
/** Far from those of the pages. */
const seed = 7;

/** The command that the last button of the form gives, with all that follows in its transaction; beside it the bare inserts. */
export async function benchSubmit({ platform, report, sql }: Bench, size: number): Promise<void> {
  const { database } = platform;
  const now = new Date();
  const id = newId();
  await database.person.create({ data: { id, email: `${id}@wijkbeurs.example`, name: 'Meting' } });
  const actor: SignedIn = {
    person: { id, email: '', name: 'Meting', locale: 'nl' },
    ...{ sessionId: null, roles: [], organisations: [], secondFactor: true, demo: true },
  };
  const body = await database.body.findFirstOrThrow({ where: { kind: 'opgaveteam' }, orderBy: { position: 'asc' } });
  const begins = `${String(now.getUTCFullYear() + 1)}-03-01`;
  const ids = Array.from({ length: drafts }, () => newId());
  const plans = ids.map((_, at) => contentOfPlan({ ...madeUpPlan(seed, at), date: begins }, null));
  await database.initiative.createMany({
    data: plans.map((plan, at) => ({
      ...{ id: ids[at] ?? '', stage: 'draft', submitterId: id, createdAt: now, draftSavedAt: now },
      draft: draftFromContent(plan),
    })),
  });
  const submitted = await inParallel(order, async (round) => {
    const draftId = ids[round];
    if (draftId === undefined) throw new RangeError('more was submitted than there were drafts');
    const outcome = await submitInitiative(
      { draftId, revision: 1, formKey: newId(), bodyId: body.id, position: 'none', disclosure: '', note: null },
      { actor, database, now },
    );
    if (!outcome.ok) throw new Error(outcome.reason);
  });
  const bare = await inParallel({ ...order, seconds: 2 }, async (round) => {
    const client = await sql.connect();
    try {
      await client.query('begin');
      const plan = plans[round % plans.length];
      const bareId = newId();
      await client.query(
        `insert into initiative (id, slug, stage, current_version, title, summary, submitter_id, body_id, submitted_at, updated_at)
          values ($1, $2, 'submitted', 1, $3, $4, $5, $6, now(), now())`,
        [bareId, `kaal-${bareId}`, plan?.title, plan?.summary, id, body.id],
      );
      await client.query(
        'insert into initiative_version (initiative_id, version, content, created_at) values ($1, 1, $2, now())',
        [bareId, plan],
      );
      // what the bare way wrote is no part of what is measured next
      await client.query('rollback');
    } finally {
      client.release();
    }
  });
  report.add({ part: 'pages', what: 'submit', size, parallel: order.parallel, ...submitted, sql: bare.p50 });
  await database.$executeRaw`delete from initiative where stage = 'draft' and submitter_id = ${id}::uuid`;
}
