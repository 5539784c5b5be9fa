import { fromDateColumn } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { eventKinds, stages } from '#app/modules/initiatives/stage.ts';
import type { Actor, SignedIn } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { kindOfText, moveOfText, type ContributionKind } from '../contribution.ts';
import type { ContributionLine, ContributionPage, MoveView, NextStep } from '../contribution-views.ts';

type Row = {
  kind: string;
  id: string;
  personId: string | null;
  saidAt: Instant;
  title: string;
  text: string;
  isPublic: boolean;
  place: string;
  placeName: string;
};

type MoveRow = {
  kind: string;
  id: string;
  move: string;
  subject: string;
  at: Instant;
  name: string;
  text: string;
  link: string;
};

function moveOf(row: MoveRow): MoveView[] {
  const move = moveOfText(row.move);
  if (move === null) return [];
  const { at, name, text, link: href, subject } = row;
  const common = { key: `${row.move}:${subject}`, at, name, text, href };
  if (typeof move === 'string') return [{ ...common, move, event: null }];
  const event = eventKinds.find((kind) => kind === move.event);
  return event === undefined ? [] : [{ ...common, move: null, event }];
}

/** Where it was said: the plan itself, the evening, or for a meeting the page on which its asker takes it back. */
function placeOf(kind: ContributionKind, { id, title, place, placeName }: Row): { href: string; name: string } {
  switch (kind) {
    case 'initiative':
      return { href: `/initiatieven/${place}`, name: title };
    case 'topic':
      return { href: `/vergaderingen/inbreng/${id}`, name: placeName };
    default:
      return { href: `/ontmoet/${place}`, name: placeName };
  }
}

function lineOf(row: Row, moves: readonly MoveView[]): ContributionLine[] {
  const kind = kindOfText(row.kind);
  if (kind === null) return [];
  const { id, title, text, saidAt, isPublic } = row;
  return [
    {
      ...{ kind, id, title, text, saidAt, isPublic },
      place: placeOf(kind, row),
      last: moves.at(-1) ?? null,
    },
  ];
}

/** What somebody put in, the last one first, each with what happened last. */
export async function ownContributions(database: Database, actor: SignedIn): Promise<ContributionLine[]> {
  const personId = actor.person.id;
  const [rows, moves] = await Promise.all([
    database.$queryRaw<Row[]>`
      select kind, input_id::text as id, person_id::text as "personId", said_at as "saidAt", title, text,
          is_public as "isPublic", place, place_name as "placeName"
        from input_contribution where person_id = ${personId}::uuid order by said_at desc, input_id limit 200`,
    database.$queryRaw<MoveRow[]>`
      select m.kind, m.input_id::text as id, m.move, m.subject, m.at, m.name, m.text, m.link
        from input_move m join input_contribution c on c.kind = m.kind and c.input_id = m.input_id
        where c.person_id = ${personId}::uuid order by m.at, m.move, m.subject`,
  ]);
  return rows.flatMap((row) =>
    lineOf(
      row,
      moves.filter(({ kind, id }) => kind === row.kind && id === row.id).flatMap((move) => moveOf(move)),
    ),
  );
}

/** The way of one contribution: for everybody when it is public anyway, else for who put it in. Null for anybody else. */
export async function contributionPage(
  database: Database,
  actor: Actor,
  { kind, id }: { kind: ContributionKind; id: string },
): Promise<ContributionPage | null> {
  if (!isId(id)) return null;
  const [row] = await database.$queryRaw<Row[]>`
    select kind, input_id::text as id, person_id::text as "personId", said_at as "saidAt", title, text,
        is_public as "isPublic", place, place_name as "placeName"
      from input_contribution where kind = ${kind} and input_id = ${id}::uuid`;
  const isOwn = actor.person !== null && row?.personId === actor.person.id;
  if (row === undefined || !(row.isPublic || isOwn)) return null;
  const rows = await database.$queryRaw<MoveRow[]>`
    select kind, input_id::text as id, move, subject, at, name, text, link from input_move
      where kind = ${kind} and input_id = ${id}::uuid order by at, move, subject`;
  // that a note was taken from the wall is for who wrote it
  const moves = rows.flatMap(moveOf).filter(({ move }) => isOwn || move !== 'hidden');
  const [line] = lineOf(row, moves);
  return line === undefined ? null : { ...line, isOwn, moves, next: await nextOf(database, line, moves) };
}

async function nextOf(database: Database, line: ContributionLine, moves: readonly MoveView[]): Promise<NextStep> {
  const has = (...wanted: string[]) =>
    moves.some(({ move }) => move !== null && wanted.some((one) => move.startsWith(one)));
  switch (line.kind) {
    case 'initiative': {
      const plan = await database.initiative.findUniqueOrThrow({
        where: { id: line.id },
        select: { stage: true, dueOn: true },
      });
      const stage = stages.find((one) => one === plan.stage) ?? 'submitted';
      const dueOn = plan.dueOn === null ? null : fromDateColumn(plan.dueOn);
      return { kind: 'plan', stage, dueOn, href: line.place.href };
    }
    case 'note':
      return { kind: has('hidden', 'decided') ? 'finished' : has('attached', 'planned') ? 'note-kept' : 'note-open' };
    case 'question':
      return { kind: has('answered') ? 'finished' : has('put-forward') ? 'question-waits' : 'question-open' };
    case 'topic':
      return {
        kind: has('answered', 'withdrawn', 'in-minutes')
          ? 'finished'
          : has('on-agenda')
            ? 'topic-placed'
            : 'topic-waits',
      };
    case 'item':
      return { kind: has('answered', 'withdrawn') ? 'finished' : 'item-waits' };
  }
}
