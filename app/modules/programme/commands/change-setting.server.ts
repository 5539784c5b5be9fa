import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { administers, type PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import type { SettingKey, Settings } from '../setting.ts';
import { settingView } from '../queries/settings.query.server.ts';

export type ChangeSetting<Key extends SettingKey> = {
  key: Key;
  value: Settings[Key];
  /** `changedAt` of the setting that the page showed. */
  changedAt: string;
};

/** An administrator changes a setting of the programme. */
export async function changeSetting<Key extends SettingKey>(
  input: ChangeSetting<Key>,
  context: Context<SignedIn>,
): Promise<Outcome<void, PolicyRefusal | 'changed-meanwhile'>> {
  const { actor, now } = context;
  const allowed = administers(actor);
  if (!allowed.ok) return allowed;
  return inTransaction(context, async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`setting:${input.key}`}, 0))`;
    const current = await settingView(tx, input.key);
    if (current.changedAt !== input.changedAt) return refused('changed-meanwhile');
    const row = { value: input.value, updatedAt: now, updatedById: actor.person.id };
    await tx.programmeSetting.upsert({ where: { key: input.key }, create: { key: input.key, ...row }, update: row });
    return accepted();
  });
}
