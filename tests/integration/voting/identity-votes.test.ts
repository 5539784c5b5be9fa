import { describe, expect, test } from 'vitest';
import { addMinutes } from '#app/kernel/instant.ts';
import { newId } from '#app/kernel/ids.ts';
import { askEmailChange } from '#app/modules/people/commands/ask-email-change.server.ts';
import { codeOf } from '#app/modules/people/code.server.ts';
import { confirmEmailChange } from '#app/modules/people/commands/confirm-email-change.server.ts';
import { deleteAccount } from '#app/modules/people/commands/delete-account.server.ts';
import { linkIdentity, unlinkIdentity } from '#app/modules/people/commands/link-identity.server.ts';
import { newCode } from '#app/modules/voting/code.server.ts';
import type { AccountProof } from '#app/modules/voting/account-right.store.server.ts';
import type { CastBy } from '#app/modules/voting/commands/cast-ballot.server.ts';
import { keepTime } from '#app/modules/voting/commands/keep-time.server.ts';
import { changeVote } from '#app/modules/voting/commands/prepare-vote.server.ts';
import { makePerson } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { testSecret } from '#tests/support/test-secret.ts';
import { cancelled } from './by-two.ts';
import {
  announced,
  ballotsOf,
  by,
  cast,
  closesAt,
  contentOf,
  during,
  must,
  noProof,
  opened,
  prepared,
  revisionOf,
  type VoteScene,
} from './vote-scene.ts';

const own = useTestDatabase();

const withAccount = (proof: AccountProof = noProof): CastBy => ({
  ...{ right: 'account', ballotCode: newCode(), areaCode: 'TA', saysOldEnough: true, proof },
});

let made = 0;
const newIdentity = () => ({ issuer: 'https://inlog.example', subjectHash: String((made += 1)).padStart(64, '0') });

/** Somebody who just signed in, with this address or identity. */
async function voter({
  email = `stemmer-${String((made += 1))}@wijkbeurs.example`,
  identity,
}: { email?: string; identity?: ReturnType<typeof newIdentity> } = {}) {
  const personId = await makePerson(own.database, { email });
  const context = { ...(await by(own.database, personId, during)), secret: testSecret };
  const mine = { ...context, actor: { ...context.actor, signedInAt: during } };
  if (identity === undefined) return mine;
  must(await linkIdentity(identity, mine));
  const { id } = await own.database.personIdentity.findFirstOrThrow({ where: { personId } });
  return { ...mine, actor: { ...mine.actor, identityId: id } };
}

async function reasonOf(...given: Parameters<typeof cast>): Promise<string | null> {
  const outcome = await cast(...given);
  return outcome.ok ? null : outcome.reason;
}

async function refusedBy(work: Promise<unknown>): Promise<string | null> {
  return work.then(
    () => null,
    (error: unknown) => /rule "(\w+)"|constraint: "(\w+)"/.exec(String(error))?.slice(1).find(Boolean) ?? String(error),
  );
}

const marksOf = async ({ voteId }: VoteScene) => own.database.voteMark.count({ where: { voteId } });
const remove = async (mine: Awaited<ReturnType<typeof voter>>) =>
  must(await deleteAccount({ confirmation: 'verwijder' }, mine));

describe('who removes the account while the vote is open and comes back', () => {
  test('with the same mail address, does not vote again', async () => {
    const scene = await opened(own.database);
    const email = 'nogeens@wijkbeurs.example';
    const first = await voter({ email });
    must(await cast(scene, withAccount(), [1], first));
    await remove(first);
    expect(await reasonOf(scene, withAccount(), [2], await voter({ email }))).toBe('already-voted');
    expect(await ballotsOf(scene)).toEqual([[1]]);
    // somebody else does, and in another vote so does this one
    expect(await reasonOf(scene, withAccount(), [2], await voter())).toBeNull();
    const other = await opened(own.database);
    const back = await own.database.person.findUniqueOrThrow({ where: { email } });
    expect(await reasonOf(other, withAccount(), [2], await by(own.database, back.id, during))).toBeNull();
  });

  test('with the same identity, whatever the mail address', async () => {
    const scene = await opened(own.database);
    const identity = newIdentity();
    const first = await voter({ identity });
    must(await cast(scene, withAccount(), [1], first));
    await remove(first);
    expect(await reasonOf(scene, withAccount(), [2], await voter({ identity }))).toBe('already-voted');
  });

  test('who had not voted does', async () => {
    const scene = await opened(own.database);
    const [email, identity] = ['eerstekeer@wijkbeurs.example', newIdentity()];
    await remove(await voter({ email, identity }));
    expect(await marksOf(scene)).toBe(0);
    expect(await reasonOf(scene, withAccount(), [2], await voter({ email, identity }))).toBeNull();
  });

  test('a ballot that is on its way when the account goes is refused', async () => {
    const scene = await opened(own.database);
    const mine = await voter();
    await remove(mine);
    expect(await reasonOf(scene, withAccount(), [1], mine)).toMatch(/already-voted|sign-in-needed/);
    expect(await ballotsOf(scene)).toEqual([]);
  });

  test('casting and removing at the same moment, ten times: a vote that counts leaves its mark', async () => {
    const scene = await opened(own.database);
    for (let round = 0; round < 10; round += 1) {
      const email = `tegelijk-${String(round)}@wijkbeurs.example`;
      const mine = await voter({ email });
      const before = (await ballotsOf(scene)).length;
      await Promise.all([cast(scene, withAccount(), [1], mine), deleteAccount({ confirmation: 'verwijder' }, mine)]);
      const counted = (await ballotsOf(scene)).length - before;
      const again = await reasonOf(scene, withAccount(), [2], await voter({ email }));
      expect([counted, again]).toEqual(counted === 1 ? [1, 'already-voted'] : [0, null]);
    }
  });
});

describe('nor does who moves an address or identity to another account', () => {
  test('by taking the identity away and linking it there', async () => {
    const scene = await opened(own.database);
    const identity = newIdentity();
    const first = await voter({ identity });
    must(await cast(scene, withAccount(), [1], first));
    must(await unlinkIdentity({ identityId: first.actor.identityId ?? '' }, first));
    expect(await reasonOf(scene, withAccount(), [2], await voter({ identity }))).toBe('already-voted');
  });

  test('by changing the address and beginning anew with the one from before', async () => {
    const scene = await opened(own.database);
    const email = 'verhuist@wijkbeurs.example';
    const first = await voter({ email });
    must(await cast(scene, withAccount(), [1], first));
    must(await askEmailChange({ email: 'nieuw-adres@wijkbeurs.example', requester: '192.0.2.3' }, first));
    const { id } = await own.database.emailChange.findFirstOrThrow({ where: { personId: first.actor.person.id } });
    const code = codeOf(testSecret, { id, email: 'nieuw-adres@wijkbeurs.example' });
    must(await confirmEmailChange({ code }, first));
    expect(await reasonOf(scene, withAccount(), [2], await voter({ email }))).toBe('already-voted');
  });
});

describe('marks', () => {
  test('point to nobody, cannot be taken away while the vote is open, and are gone when it closes', async () => {
    const scene = await opened(own.database);
    const mine = await voter({ email: 'gemerkt@wijkbeurs.example', identity: newIdentity() });
    must(await cast(scene, withAccount(), [1], mine));
    await remove(mine);
    const marks = await own.database.voteMark.findMany({ where: { voteId: scene.voteId } });
    expect(marks).toHaveLength(2);
    expect(marks.every(({ mark }) => /^[0-9a-f]{64}$/.test(mark))).toBe(true);
    const { voteId } = scene;
    expect(await refusedBy(own.database.voteMark.deleteMany({ where: { voteId } }))).toBe('vote_append_only');
    const move = own.database.voteMark.updateMany({ where: { voteId }, data: { mark: 'a'.repeat(64) } });
    expect(await refusedBy(move)).toBe('vote_append_only');
    await keepTime(own.database, closesAt);
    expect(await marksOf(scene)).toBe(0);
    // and none comes afterwards
    await own.database.voteMark.createMany({ data: [{ voteId, mark: 'a'.repeat(64) }] });
    expect(await marksOf(scene)).toBe(0);
  });

  test('go with a vote that is cancelled too', async () => {
    const scene = await opened(own.database);
    const mine = await voter();
    must(await cast(scene, withAccount(), [1], mine));
    await remove(mine);
    expect(await marksOf(scene)).toBe(1);
    await cancelled(scene);
    expect(await marksOf(scene)).toBe(0);
  });
});

describe('a vote that asks who somebody is', () => {
  test('takes who signed in by the provider, and nobody else by account', async () => {
    const scene = await opened(own.database, { byIdentity: true });
    expect(await reasonOf(scene, withAccount(), [1], await voter())).toBe('identity-needed');
    const known = await voter({ identity: newIdentity() });
    // linked, but signed in by mail this time
    const { identityId: _, ...byMail } = known.actor;
    expect(await reasonOf(scene, withAccount(), [1], { ...known, actor: byMail })).toBe('identity-needed');
    expect(await reasonOf(scene, withAccount(), [1], known)).toBeNull();
    expect(await ballotsOf(scene)).toEqual([[1]]);
  });

  test('so says the database too, whoever writes', async () => {
    const scene = await opened(own.database, { byIdentity: true });
    const personId = await makePerson(own.database);
    const right = { voteId: scene.voteId, areaCode: 'TA', personId, isUsed: true };
    expect(await refusedBy(own.database.voteRight.create({ data: right }))).toBe('vote_identity_needed');
    const gone = { ...right, voteId: (await opened(own.database)).voteId };
    await own.database.person.update({ where: { id: personId }, data: { deletedAt: during } });
    expect(await refusedBy(own.database.voteRight.create({ data: gone }))).toBe('vote_account_gone');
  });

  test('takes nobody’s word for an age that the provider tells', async () => {
    const scene = await opened(own.database, { byIdentity: true, minimumAge: 16 });
    const mine = await voter({ identity: newIdentity() });
    const told = (ageAtLeast: number | null) => withAccount({ secret: testSecret, tellsAge: true, ageAtLeast });
    expect(await reasonOf(scene, told(null), [1], mine)).toBe('age-not-shown');
    expect(await reasonOf(scene, told(12), [1], mine)).toBe('age-not-shown');
    expect(await reasonOf(scene, told(16), [1], mine)).toBeNull();
  });

  test('says so before it is announced, and not afterwards', async () => {
    const scene = await prepared(own.database, { byIdentity: true });
    const change = { voteId: scene.voteId, revision: await revisionOf(scene) };
    const context = await by(own.database, scene.preparer);
    must(await changeVote({ ...change, content: contentOf(scene.fundId, { byIdentity: false }) }, context));
    const fixed = await announced(own.database, { byIdentity: true });
    const loosen = own.database.vote.update({ where: { id: fixed.voteId }, data: { byIdentity: false } });
    expect(await refusedBy(loosen)).toBe('vote_announced_fixed');
    const { id: _id, ...draft } = await own.database.vote.findUniqueOrThrow({ where: { id: scene.voteId } });
    const without = { ...draft, id: newId(), slug: 'zonder-accounts', byIdentity: true, byAccount: false };
    expect(await refusedBy(own.database.vote.create({ data: without }))).toMatch('vote_identity_by_account');
  });

  test('is over for an account at the last minute as for everybody', async () => {
    const scene = await opened(own.database, { byIdentity: true });
    const mine = await voter({ identity: newIdentity() });
    expect(await reasonOf(scene, withAccount(), [1], { ...mine, now: addMinutes(closesAt, 1) })).toBe('vote-not-open');
  });
});
