import { newId } from '#app/kernel/ids.ts';
import { reportNumber } from '#app/modules/budgets/spending-report.ts';
import type { Database } from '#app/platform/database.server.ts';

/** An assignment that the programme manager of the demo began. @returns id of the draft */
async function assignmentDraft(database: Database): Promise<string> {
  const person = await database.person.findFirstOrThrow({ where: { email: 'programmamanager@wijkbeurs.example' } });
  const { id: bodyId } = await database.body.findUniqueOrThrow({
    where: { slug: 'eigenaarschap-inclusie-democratie' },
  });
  const { id: organisationId } = await database.organisation.findFirstOrThrow({ where: { slug: 'woon' } });
  const id = newId();
  await database.assignmentDraft.create({
    data: { id, personId: person.id, bodyId, organisationId, fields: {}, savedAt: new Date() },
  });
  return id;
}

/** What stands for the names in the addresses of `public-pages.ts` and `work-pages.ts`. */
export async function addresses(db: Database): Promise<(path: string) => string> {
  const round = async (state: string) => db.round.findFirstOrThrow({ where: { state } });
  const assignment = async (account: string, stage: string) => {
    const found = await db.reviewAssignment.findFirstOrThrow({
      where: {
        person: { email: `${account}@wijkbeurs.example` },
        roundEntry: { initiative: { title: { startsWith: stage } } },
      },
    });
    return found.id;
  };
  const initiative = async (title: string) =>
    (await db.initiative.findFirstOrThrow({ where: { title: { startsWith: title } } })).id;
  const sentReport = async () => {
    const { year, sequence } = await db.spendingReport.findFirstOrThrow({ where: { state: 'sent' } });
    return reportNumber(year, sequence ?? 0);
  };
  const meetingWith = async (where: { minutes: { state: string } | null }) =>
    (await db.meeting.findFirstOrThrow({ where: { ...where, state: 'announced' } })).slug;
  const ofPlan = { origin: 'product', initiativeId: { not: null } };
  const assigned = { origin: 'product', initiativeId: null, instrument: 'assignment' };
  const names: Record<string, string> = {
    granted: (await db.decision.findFirstOrThrow({ where: { ...ofPlan, state: 'confirmed' } })).number ?? '',
    prepared: (await db.decision.findFirstOrThrow({ where: { ...ofPlan, state: 'prepared' } })).id,
    assigned: (await db.decision.findFirstOrThrow({ where: { ...assigned, state: 'confirmed' } })).number ?? '',
    assignment: (await db.decision.findFirstOrThrow({ where: { ...assigned, state: 'prepared' } })).id,
    assignmentDraft: await assignmentDraft(db),
    award: (await db.decision.findFirstOrThrow({ where: { instrument: 'award', outcome: 'decline' } })).number ?? '',
    donutNow: String((await db.donutCall.findFirstOrThrow({ where: { state: 'open' } })).year),
    donutBefore: String((await db.donutCall.findFirstOrThrow({ where: { state: 'decided' } })).year),
    donor: (await db.donor.findFirstOrThrow({ where: { display: 'name' } })).id,
    fund: (await db.fund.findFirstOrThrow({ where: { decisions: { some: {} } } })).slug,
    undone:
      (await db.budgetChange.findFirstOrThrow({ where: { entry: { correctedBy: { isNot: null } } } })).number ?? '',
    proposed: (await db.budgetChange.findFirstOrThrow({ where: { state: 'proposed' } })).id,
    report: await sentReport(),
    openVote: (await db.vote.findFirstOrThrow({ where: { state: 'open' } })).id,
    draftVote: (await db.vote.findFirstOrThrow({ where: { state: 'draft' } })).id,
    draft: (await db.spendingReport.findFirstOrThrow({ where: { state: 'draft' } })).id,
    organisation: (await db.organisation.findFirstOrThrow({ orderBy: { slug: 'asc' } })).slug,
    open: (await round('open')).slug,
    closed: (await round('closed')).slug,
    openId: (await round('open')).id,
    closedId: (await round('closed')).id,
    spending: (await db.smallSpending.findFirstOrThrow({ where: { state: 'proposed' } })).id,
    submitted: await initiative('Huiswerkkamer'),
    toDecide: await initiative('Open buurtpodium'),
    done: await assignment('beoordelaar-1', 'Jong schoonteam'),
    toDeclare: await assignment('beoordelaar-2', 'Verhalentafel'),
    activity: (await db.activity.findFirstOrThrow({ where: { decisionId: { not: null } } })).slug,
    hallActivity: (await db.activity.findFirstOrThrow({ where: { spendingId: { not: null } } })).slug,
    batch: (await db.paymentBatch.findFirstOrThrow({ where: { state: 'sent' } })).number,
    booking: (await db.statementItem.findFirstOrThrow({ where: { state: 'open' } })).id,
    talk: (await db.conversation.findFirstOrThrow({ where: { asker: { slug: 'koken-op-dinsdag' } } })).id,
    shut: await assignment('beoordelaar-3', 'Jong schoonteam'),
    meetingRead: await meetingWith({ minutes: { state: 'published' } }),
    meetingSent: await meetingWith({ minutes: { state: 'sent' } }),
    meetingWritten: await meetingWith({ minutes: { state: 'concept' } }),
    meetingComing: await meetingWith({ minutes: null }),
    request: (await db.meetingRequest.findFirstOrThrow({ where: { state: 'asked' } })).id,
    placed: (await db.meetingRequest.findFirstOrThrow({ where: { state: 'placed' } })).id,
  };
  return (path) => path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => names[name] ?? '');
}
