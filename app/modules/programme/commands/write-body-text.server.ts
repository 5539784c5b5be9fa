import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { mayWriteTexts } from '../policy.ts';

export type WriteBodyText = {
  bodySlug: string;
  /** Revision of the text that the writer started from. */
  revision: number;
  remit: string;
  remitEn: string;
};

export type WriteBodyTextRefusal =
  'body-unknown' | 'sign-in-needed' | 'role-needed' | 'second-factor-needed' | 'changed-meanwhile' | 'text-length';

/**
 * An editor rewrites what a body says of itself. The wording before stays in the record, with who wrote it.
 * The same words again change nothing.
 */
export async function writeBodyText(
  order: WriteBodyText,
  context: Context<SignedIn>,
): Promise<Outcome<void, WriteBodyTextRefusal>> {
  const { bodySlug, remit, remitEn } = order;
  return inTransaction<void, WriteBodyTextRefusal, WriteBodyTextRefusal>(
    context,
    async (tx) => {
      const [body] = await tx.$queryRaw<{ id: string; revision: number; remit: string; remit_en: string }[]>`
        select id, revision, remit, remit_en from body where slug = ${bodySlug} for update`;
      if (body === undefined) return refused('body-unknown');
      const verdict = mayWriteTexts(context.actor, body.id);
      if (!verdict.ok) return verdict;
      if (body.revision !== order.revision) return refused('changed-meanwhile');
      if (body.remit === remit && body.remit_en === remitEn) return accepted();
      const revision = body.revision + 1;
      await tx.bodyText.create({
        data: {
          bodyId: body.id,
          revision,
          remit,
          remitEn,
          writtenById: context.actor.person.id,
          writtenAt: context.now,
        },
      });
      await tx.body.update({ where: { id: body.id }, data: { remit, remitEn, revision } });
      return accepted();
    },
    { refusals: { body_text_length: 'text-length' } },
  );
}
