import { addMinutes, type Instant } from '#app/kernel/instant.ts';
import type { Database } from '#app/platform/database.server.ts';
import { blurred, isBurst, thresholds } from '../signal.ts';
import { noteSignal, tellLateSignals } from './note-signal.server.ts';

/**
 * Looks at what is being voted, every ten minutes, for what can be fraud. It counts rights and looks at no ballot.
 * @returns how many signals are new
 */
export async function watchVotes(database: Database, now: Instant): Promise<number> {
  const open = await database.vote.findMany({ where: { state: 'open' }, select: { id: true } });
  let fresh = 0;
  for (const { id: voteId } of open) {
    const seen = [
      { kind: 'burst', amount: await burst(database, voteId, now) },
      { kind: 'sheet', amount: await busiestSheet(database, voteId, now) },
      { kind: 'new-accounts', amount: await newAccounts(database, voteId, now) },
      { kind: 'wrong-codes', amount: await wrongCodes(database, voteId, now) },
    ] as const;
    for (const { kind, amount } of seen)
      if (amount >= thresholds[kind] && (await noteSignal(database, { voteId, kind, amount }, now))) fresh += 1;
  }
  const atTables = await database.vote.findMany({
    where: { state: { in: ['open', 'closed'] }, counts: { none: {} }, tableVolunteers: { some: {} } },
    select: { id: true },
  });
  for (const { id: voteId } of atTables) {
    const amount = await invalidPapers(database, voteId);
    if (
      amount >= thresholds['invalid-papers'] &&
      (await noteSignal(database, { voteId, kind: 'invalid-papers', amount }, now))
    )
      fresh += 1;
  }
  await tellLateSignals(database, now);
  await forget(database);
  return fresh;
}

/**
 * The most papers that the same two people found invalid, where they are more than was told before: it is not known when they did, so they
 * grow in whatever hour. Which two is not told, and not what stands on papers.
 */
async function invalidPapers(database: Database, voteId: string): Promise<number> {
  const [row] = await database.$queryRaw<{ most: number; told: number }[]>`
    with pairs as (
      select count(*)::int as papers
        from vote_invalid_paper i join vote_right r on r.id = i.right_id
        join vote_paper_entry one on one.right_id = r.id and not one.is_taken_back
        join vote_paper_entry two on two.right_id = r.id and not two.is_taken_back and one.volunteer_id < two.volunteer_id
        where r.vote_id = ${voteId}::uuid group by one.volunteer_id, two.volunteer_id
    )
    select coalesce((select max(papers) from pairs), 0) as most,
      coalesce((select max(amount) from vote_signal where vote_id = ${voteId}::uuid and kind = 'invalid-papers'), 0) as told`;
  return row === undefined || (blurred(row.most) ?? 0) <= row.told ? 0 : row.most;
}

/** Ballots of this hour where they are far more than usual; else 0. */
async function burst(database: Database, voteId: string, now: Instant): Promise<number> {
  await database.$executeRaw`
    insert into vote_pulse (vote_id, hour, used)
      select ${voteId}::uuid, date_trunc('hour', ${now}::timestamptz, 'UTC'), count(*) from vote_right r where r.vote_id = ${voteId}::uuid and r.is_used
      on conflict (vote_id, hour) do update set used = excluded.used`;
  const rows = await database.votePulse.findMany({ where: { voteId }, orderBy: { hour: 'asc' } });
  const inHours = rows.map(({ used }, at) => used - (rows[at - 1]?.used ?? 0));
  // what was there before anybody looked is of no hour
  const [latest = 0, ...before] = inHours.slice(1).reverse();
  return isBurst(latest, before) ? latest : 0;
}

/** The most codes of one sheet that were used since the last look. */
async function busiestSheet(database: Database, voteId: string, now: Instant): Promise<number> {
  const [row] = await database.$queryRaw<{ most: number | null }[]>`
    with counted as (
      select s.id, count(*) filter (where r.is_used)::int as used
        from vote_sheet s join vote_right r on r.sheet_id = s.id where s.vote_id = ${voteId}::uuid group by s.id
    ), before as (
      select c.id, c.used, p.used as earlier, p.looked_at from counted c left join vote_sheet_pulse p on p.sheet_id = c.id
    ), kept as (
      insert into vote_sheet_pulse (sheet_id, used, looked_at) select id, used, ${now}::timestamptz from counted
        on conflict (sheet_id) do update set used = excluded.used, looked_at = excluded.looked_at
    )
    -- where nobody looked for longer, so many say nothing
    select max(used - earlier)::int as most from before where looked_at > ${addMinutes(now, -15)}::timestamptz`;
  return row?.most ?? 0;
}

/** People who voted with an account of less than an hour old. */
async function newAccounts(database: Database, voteId: string, now: Instant): Promise<number> {
  return database.voteRight.count({
    where: { voteId, isUsed: true, person: { createdAt: { gt: addMinutes(now, -60), lte: now } } },
  });
}

async function wrongCodes(database: Database, voteId: string, now: Instant): Promise<number> {
  const hours = await database.voteWrongCodes.findMany({
    where: { voteId, hour: { gt: addMinutes(now, -60) } },
    select: { tries: true },
  });
  return Math.max(0, ...hours.map(({ tries }) => tries));
}

/** How many voted by which hour is not kept when the vote has ended. */
async function forget(database: Database): Promise<void> {
  await database.votePulse.deleteMany({ where: { vote: { state: { not: 'open' } } } });
  await database.voteSheetPulse.deleteMany({ where: { sheet: { vote: { state: { not: 'open' } } } } });
}
