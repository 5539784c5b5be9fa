import type { Instant } from '#app/kernel/instant.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { mayReadTexts, mayWriteTexts } from '../policy.ts';

/** One wording, for the editors and the controlegroep. */
export type Wording = {
  revision: number;
  remit: string;
  remitEn: string;
  /** Null for the first, which came with the programme's papers. */
  writtenAt: Instant | null;
  /** Name of the colleague who wrote it; empty when that person has none to show. */
  writtenBy: string;
};

/** What a body says of itself, with everything it said before. */
export type BodyTextView = {
  slug: string;
  name: string;
  revision: number;
  remit: string;
  remitEn: string;
  /** The newest first; the first of the list is what the page says now. */
  wordings: Wording[];
  mayWrite: boolean;
};

/** @returns null when there is no such body, or the actor does not read its texts */
export async function bodyTextView(database: Database, actor: Actor, slug: string): Promise<BodyTextView | null> {
  const body = await database.body.findUnique({
    where: { slug },
    select: {
      id: true,
      slug: true,
      name: true,
      revision: true,
      remit: true,
      remitEn: true,
      texts: {
        orderBy: { revision: 'desc' },
        select: { revision: true, remit: true, remitEn: true, writtenAt: true, writtenBy: { select: { name: true } } },
      },
    },
  });
  if (body === null || !mayReadTexts(actor, body.id).ok) return null;
  const { id, texts, ...shown } = body;
  return {
    ...shown,
    wordings: texts.map(({ writtenAt, writtenBy, ...wording }) => ({
      ...wording,
      writtenAt: writtenBy === null ? null : writtenAt,
      writtenBy: writtenBy?.name ?? '',
    })),
    mayWrite: mayWriteTexts(actor, id).ok,
  };
}

/** A body on the editor's desk. */
export type BodyTextLine = {
  slug: string;
  name: string;
  /** When an editor last rewrote its text; null while it says what the papers say. */
  rewrittenAt: Instant | null;
  mayWrite: boolean;
};

/** The bodies of which the actor reads or writes the texts. */
export async function bodyTextLines(database: Database, actor: Actor): Promise<BodyTextLine[]> {
  const bodies = await database.body.findMany({
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
    select: {
      id: true,
      slug: true,
      name: true,
      texts: { where: { revision: { gt: 1 } }, orderBy: { revision: 'desc' }, take: 1, select: { writtenAt: true } },
    },
  });
  return bodies
    .filter(({ id }) => mayReadTexts(actor, id).ok)
    .map(({ id, slug, name, texts: [newest] }) => ({
      slug,
      name,
      rewrittenAt: newest?.writtenAt ?? null,
      mayWrite: mayWriteTexts(actor, id).ok,
    }));
}
