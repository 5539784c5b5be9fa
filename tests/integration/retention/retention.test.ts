import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { findings } from '#app/modules/control/queries/findings.query.server.ts';
import { removePastRetention } from '#app/modules/retention/commands/remove-past-retention.server.ts';
import { retentionKinds, type RetentionKind } from '#app/modules/retention/retention.ts';
import { makeMembership, makeOrganisation, makePerson, testNow } from '#tests/factories/index.ts';
import {
  approve,
  claim,
  coordinator,
  makeAllowances,
  volunteer,
  type AllowanceScene,
} from '#tests/integration/allowances/scene.ts';
import { answerClaims } from '#app/modules/allowances/commands/answer-claims.server.ts';
import { ruleOf } from '#tests/integration/scoring/scene.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const own = useTestDatabase();
let scene: AllowanceScene;

/** Does what no rule allows, to make rows as old as they will be some day. */
async function backdate(...statements: string[]): Promise<void> {
  await own.database.$transaction(async (tx) => {
    await tx.$executeRaw`set local session_replication_role = replica`;
    for (const statement of statements) await tx.$executeRawUnsafe(statement);
  });
}

beforeEach(async () => {
  await removePastRetention(own.database);
  scene = await makeAllowances(own.database);
});

const id = newId;
const thisYear = new Date().getFullYear();
/** Past every period, as SQL. */
const longAgo = `now() - interval '40 years'`;

/** Whatever year it is when this runs, what was just made is of this year: the database judges by its own clock. */
const recent = async () =>
  backdate(
    `update allowance_claim set answered_at = case when answered_at is not null then now() end,
       day = date_trunc('year', now())::date + case day when '2026-11-02' then 0 else 1 end
       where activity_id = '${scene.activityId}'`,
    `update activity set ends_on = (now() + interval '100 days')::date where id = '${scene.activityId}'`,
    `update activity_volunteer set signed_up_at = now() where activity_id = '${scene.activityId}'`,
  );
const firstDay = `day = date_trunc('year', now())::date`;

const claimsOf = async (personId = scene.volunteerId) =>
  own.database.allowanceClaim.findMany({ where: { personId }, orderBy: { day: 'asc' } });

/** Two rows of a kind that differ in their age alone, and how many of them still hold what is removed. */
type Pair = { old: () => Promise<void>; left: () => Promise<number> };

const two = async (make: (which: 'old' | 'fresh') => Promise<unknown>) => {
  await make('old');
  await make('fresh');
};

const pairs: Record<RetentionKind, () => Promise<Pair>> = {
  receipts: async () => {
    for (const day of ['2026-11-02', '2026-11-03']) {
      const claimId = id();
      await own.database.allowanceClaim.create({
        data: {
          id: claimId,
          activityId: scene.activityId,
          personId: scene.volunteerId,
          day: new Date(day),
          kind: 'expense',
          amountCents: 100,
          note: 'Verf',
          claimedById: scene.volunteerId,
          claimedAt: testNow,
          receipt: {
            create: { fileName: 'bon.webp', contentType: 'image/webp', sha256: 'x', bytes: Buffer.from('x') },
          },
        },
      });
    }
    return {
      old: async () =>
        backdate(
          `update allowance_claim set day = '2010-03-04' where ${firstDay} and person_id = '${scene.volunteerId}'`,
        ),
      left: async () => own.database.claimReceipt.count({ where: { claim: { activityId: scene.activityId } } }),
    };
  },
  claims: async () => {
    await claim(own.database, scene, { day: '2026-11-02' });
    await claim(own.database, scene, { day: '2026-11-03' });
    await approve(own.database, scene);
    return {
      old: async () =>
        backdate(
          `update allowance_claim set day = '2010-03-04' where ${firstDay} and person_id = '${scene.volunteerId}'`,
        ),
      left: async () => (await claimsOf()).length,
    };
  },
  'claims-refused': async () => {
    await claim(own.database, scene, { day: '2026-11-02' });
    await claim(own.database, scene, { day: '2026-11-03' });
    const claimIds = (await claimsOf()).map((one) => one.id);
    const order = { activityId: scene.activityId, claimIds, answer: { approve: false, reason: 'Nee' } } as const;
    await answerClaims(order, coordinator(own.database, scene));
    return {
      old: async () =>
        backdate(`update allowance_claim set answered_at = ${longAgo} where id = '${claimIds[0] ?? ''}'`),
      left: async () => (await claimsOf()).length,
    };
  },
  'claim-notes': async () => {
    await claim(own.database, scene, { day: '2026-11-02' });
    await claim(own.database, scene, { day: '2026-11-03' });
    await approve(own.database, scene);
    return {
      // past its own period, not past that of the claim
      old: async () =>
        backdate(
          `update allowance_claim set day = (date_trunc('year', now()) - interval '3 years')::date
             where ${firstDay} and person_id = '${scene.volunteerId}'`,
        ),
      left: async () => (await claimsOf()).filter(({ note }) => note !== '').length,
    };
  },
  'sign-ups': async () => {
    const other = await volunteer(own.database, scene);
    return {
      old: async () =>
        backdate(
          `insert into activity select (jsonb_populate_record(a, jsonb_build_object('id', '${id()}', 'slug', 'oud-' || a.slug,
             'begins_on', '2021-02-01', 'ends_on', '2021-03-01'))).* from activity a where id = '${scene.activityId}'`,
          `update activity_volunteer set signed_up_at = ${longAgo},
             activity_id = (select id from activity where slug = 'oud-' || (select slug from activity where id = '${scene.activityId}'))
             where person_id = '${other}'`,
        ),
      left: async () =>
        own.database.activityVolunteer.count({ where: { personId: { in: [scene.volunteerId, other] } } }),
    };
  },
  ages: async () => {
    const people = [await makePerson(own.database), await makePerson(own.database)];
    await own.database.volunteer.createMany({
      data: people.map((personId) => ({ personId, turns21On: new Date(Date.now() + 86_400_000), toldAt: testNow })),
    });
    return {
      old: async () =>
        backdate(`update volunteer set turns_21_on = '2011-01-01' where person_id = '${people[0] ?? ''}'`),
      left: async () => own.database.volunteer.count({ where: { personId: { in: people }, turns21On: { not: null } } }),
    };
  },
  elsewhere: async () => {
    const personId = await makePerson(own.database);
    await own.database.otherAllowance.createMany({
      data: [thisYear - 1, thisYear].map((year) => ({ id: id(), personId, year, amountCents: 100, toldAt: testNow })),
    });
    return {
      old: async () =>
        backdate(
          'alter table other_allowance drop constraint if exists other_allowance_year',
          `update other_allowance set year = 2010 where year = ${String(thisYear - 1)} and person_id = '${personId}'`,
        ),
      left: async () => own.database.otherAllowance.count({ where: { personId } }),
    };
  },
  'bank-accounts': async () => {
    const accounts = await twoAccounts({ sealed: true });
    return {
      old: async () => ageAccount(accounts[0] ?? ''),
      left: async () =>
        (await own.database.bankAccount.findMany({ where: { id: { in: accounts } } })).filter(
          ({ sealed, ibanMark }) => sealed.length > 0 && ibanMark !== '',
        ).length,
    };
  },
  'bank-account-rests': async () => {
    const accounts = await twoAccounts({ sealed: false });
    return {
      old: async () => ageAccount(accounts[0] ?? ''),
      left: async () => own.database.bankAccount.count({ where: { id: { in: accounts }, lastFour: '1234' } }),
    };
  },
  'bank-looks': async () => {
    const [accountId = ''] = await twoAccounts({ sealed: true });
    const lookerId = await makePerson(own.database);
    const looks = [id(), id()];
    await own.database.bankAccountLook.createMany({
      data: looks.map((look) => ({
        id: look,
        accountId,
        lookerId,
        lookedAt: new Date(),
        reason: 'payment:V2026-0003',
      })),
    });
    return {
      old: async () => backdate(`update bank_account_look set looked_at = ${longAgo} where id = '${looks[0] ?? ''}'`),
      left: async () => own.database.bankAccountLook.count({ where: { id: { in: looks } } }),
    };
  },
  'payment-lines': async () => {
    const personId = await makePerson(own.database);
    const lines = [id(), id()];
    await backdate(
      ...lines.map(
        (
          line,
          index,
        ) => `insert into payment_line (id, batch_id, position, person_id, amount_cents, end_to_end_id, state, settled_on, settled_by)
          values ('${line}', '${id()}', ${String(index + 1)}, '${personId}', 100, '${id().slice(0, 35)}', 'settled', now()::date, 'bank')`,
      ),
      ...lines.map(
        (line) => `insert into payment_line_check (id, line_id, answer, bank_name, checked_by_id, checked_at)
          values ('${id()}', '${line}', 'close', 'J. Voorbeeld', '${personId}', now())`,
      ),
    );
    return {
      old: async () => backdate(`update payment_line set settled_on = '2010-03-04' where id = '${lines[0] ?? ''}'`),
      // what the bank said of the name goes along
      left: async () =>
        Math.max(
          await own.database.paymentLine.count({ where: { personId } }),
          await own.database.paymentLineCheck.count({ where: { lineId: { in: lines } } }),
        ),
    };
  },
  'bank-checks': async () => {
    const checkedById = await makePerson(own.database);
    const checks = [id(), id()];
    await backdate(
      ...checks.map(
        (check) => `insert into payment_line_check (id, line_id, answer, bank_name, checked_by_id, checked_at)
          values ('${check}', '${id()}', 'close', 'J. Anders', '${checkedById}', now())`,
      ),
    );
    return {
      old: async () =>
        backdate(`update payment_line_check set checked_at = ${longAgo} where id = '${checks[0] ?? ''}'`),
      left: async () => own.database.paymentLineCheck.count({ where: { checkedById } }),
    };
  },
  'statement-words': async () => {
    const bankStatementId = id();
    const items = [id(), id()];
    await backdate(
      ...items.map(
        (item, index) => `insert into statement_item
          (id, bank_statement_id, position, booked_on, direction, amount_cents, reason, counterparty, text)
          values ('${item}', '${bankStatementId}', ${String(index + 1)}, now()::date, 'credit', 100, 'unknown', 'J. Anders', 'Bedankt')`,
      ),
    );
    return {
      old: async () => backdate(`update statement_item set booked_on = '2010-03-04' where id = '${items[0] ?? ''}'`),
      left: async () => own.database.statementItem.count({ where: { bankStatementId, counterparty: { not: '' } } }),
    };
  },
  'accounts-unused': async () => {
    const people = [await makePerson(own.database), await makePerson(own.database)];
    return {
      old: async () => backdate(`update person set created_at = ${longAgo} where id = '${people[0] ?? ''}'`),
      left: async () =>
        own.database.person.count({ where: { id: { in: people }, deletedAt: null, name: { not: '' } } }),
    };
  },
  sessions: async () => {
    const personId = await makePerson(own.database);
    await two(async (which) =>
      own.database.session.create({
        data: { id: id(), tokenHash: id(), personId, userAgent: which, expiresAt: new Date() },
      }),
    );
    return {
      old: async () =>
        backdate(`update session set expires_at = ${longAgo} where person_id = '${personId}' and user_agent = 'old'`),
      left: async () => own.database.session.count({ where: { personId } }),
    };
  },
  'sign-in-codes': async () => {
    const email = `${id()}@wijkbeurs.example`;
    await two(async (which) =>
      own.database.signInCode.create({
        data: { id: id(), email, requesterHash: which, locale: 'nl', expiresAt: new Date(), createdAt: new Date() },
      }),
    );
    return {
      old: async () =>
        backdate(`update sign_in_code set created_at = ${longAgo} where email = '${email}' and requester_hash = 'old'`),
      left: async () => own.database.signInCode.count({ where: { email } }),
    };
  },
  'second-factor-tries': async () => {
    const personId = await makePerson(own.database);
    const tries = [id(), id()];
    await own.database.secondFactorTry.createMany({
      data: tries.map((one) => ({ id: one, personId, triedAt: new Date() })),
    });
    return {
      old: async () => backdate(`update second_factor_try set tried_at = ${longAgo} where id = '${tries[0] ?? ''}'`),
      left: async () => own.database.secondFactorTry.count({ where: { personId } }),
    };
  },
  conversations: async () => {
    const organisationId = await makeOrganisation(own.database);
    const { id: answererId } = await own.database.portfolio.findUniqueOrThrow({ where: { organisationId } });
    await two(async (subject) =>
      own.database.conversation.create({
        data: { id: id(), answererId, subject, begunAt: new Date(), lastMessageAt: new Date() },
      }),
    );
    return {
      old: async () =>
        backdate(
          `update conversation set last_message_at = ${longAgo} where answerer_id = '${answererId}' and subject = 'old'`,
        ),
      left: async () => own.database.conversation.count({ where: { answererId } }),
    };
  },
  'demo-mails': async () => {
    const toAddress = `${id()}@wijkbeurs.example`;
    await two(async (subject) =>
      own.database.demoMail.create({ data: { id: id(), toAddress, subject, text: '', html: '', messageId: id() } }),
    );
    return {
      old: async () =>
        backdate(`update demo_mail set sent_at = ${longAgo} where to_address = '${toAddress}' and subject = 'old'`),
      left: async () => own.database.demoMail.count({ where: { toAddress } }),
    };
  },
  'organisation-requests': async () => {
    const personId = await makePerson(own.database);
    await two(async (note) =>
      own.database.organisationRequest.create({
        data: {
          id: id(),
          personId,
          organisationId: await makeOrganisation(own.database),
          note,
          requestedAt: testNow,
          state: 'withdrawn',
          answeredAt: new Date(),
          answeredById: personId,
        },
      }),
    );
    return {
      old: async () =>
        backdate(
          `update organisation_request set answered_at = ${longAgo} where person_id = '${personId}' and note = 'old'`,
        ),
      left: async () => own.database.organisationRequest.count({ where: { personId, note: { not: '' } } }),
    };
  },
  'interest-notes': async () => {
    const personId = await makePerson(own.database);
    await two(async (note) =>
      own.database.interestDeclaration.create({
        data: { id: id(), personId, initiativeId: scene.initiativeId, kind: 'family', note, declaredAt: new Date() },
      }),
    );
    return {
      old: async () =>
        backdate(
          `update interest_declaration set declared_at = ${longAgo} where person_id = '${personId}' and note = 'old'`,
        ),
      left: async () => own.database.interestDeclaration.count({ where: { personId, note: { not: '' } } }),
    };
  },
  households: async () => {
    const personId = await makePerson(own.database);
    const roles = await Promise.all(
      ['editor', 'loket'].map(async (role) =>
        makeMembership(own.database, { personId, bodyId: scene.team.bodyId, role }),
      ),
    );
    const [old = '', fresh = ''] = roles;
    await backdate(
      `update body_membership set household = 'Straat 1', ends_on = now()::date where id in ('${old}', '${fresh}')`,
    );
    return {
      old: async () =>
        backdate(`update body_membership set ends_on = '2010-01-01', begins_on = '2009-01-01' where id = '${old}'`),
      left: async () => own.database.bodyMembership.count({ where: { personId, household: { not: null } } }),
    };
  },
  'loose-evidence': async () => {
    const uploadedById = await makePerson(own.database);
    await two(async (fileName) =>
      own.database.donutEvidence.create({
        data: {
          id: id(),
          kind: 'pdf',
          fileName,
          contentType: 'application/pdf',
          byteSize: 1,
          sha256: 'x',
          uploadedById,
          createdAt: new Date(),
          content: { create: { bytes: Buffer.from('x') } },
        },
      }),
    );
    return {
      old: async () =>
        backdate(
          `update donut_evidence set created_at = ${longAgo} where uploaded_by_id = '${uploadedById}' and file_name = 'old'`,
        ),
      left: async () => own.database.donutEvidenceContent.count({ where: { evidence: { uploadedById } } }),
    };
  },
  'removed-photos': async () => {
    const uploadedById = await makePerson(own.database);
    await two(async (fileName) =>
      own.database.attachment.create({
        data: {
          id: id(),
          initiativeId: scene.initiativeId,
          kind: 'image',
          fileName,
          contentType: 'image/webp',
          byteSize: 1,
          sha256: 'x',
          uploadedById,
          removedAt: new Date(),
          content: { create: { bytes: Buffer.from('x') } },
        },
      }),
    );
    return {
      old: async () =>
        backdate(
          `update attachment set removed_at = ${longAgo} where uploaded_by_id = '${uploadedById}' and file_name = 'old'`,
        ),
      left: async () => own.database.attachmentContent.count({ where: { attachment: { uploadedById } } }),
    };
  },
};

async function twoAccounts({ sealed }: { sealed: boolean }): Promise<string[]> {
  const accounts = [id(), id()];
  for (const account of accounts) {
    await own.database.bankAccount.create({
      data: {
        id: account,
        personId: await makePerson(own.database),
        sealed: Buffer.alloc(60, 1),
        keyId: '1',
        ibanMark: 'a'.repeat(64),
        country: 'NL',
        lastFour: '1234',
        addedAt: testNow,
      },
    });
    const erased = sealed ? {} : { sealed: Buffer.alloc(0), ibanMark: '' };
    await own.database.bankAccount.update({ where: { id: account }, data: { endedAt: new Date(), ...erased } });
  }
  return accounts;
}

const ageAccount = async (account: string) =>
  backdate(`update bank_account set added_at = ${longAgo}, ended_at = ${longAgo} where id = '${account}'`);

describe.each(retentionKinds)('%s', (kind) => {
  test('stays for its period and goes after it, once, and is counted', async () => {
    const { old, left } = await pairs[kind]();
    await recent();
    expect((await removePastRetention(own.database)).get(kind)).toBeUndefined();
    expect(await left()).toBe(2);
    await old();
    const before = await counted(kind);
    expect((await removePastRetention(own.database)).get(kind)).toBe(1);
    expect(await left()).toBe(1);
    expect((await counted(kind)) - before).toBe(1);
    expect((await removePastRetention(own.database)).size).toBe(0);
  });
});

async function counted(kind: RetentionKind): Promise<number> {
  const rows = await own.database.retentionRemoval.findMany({ where: { kind } });
  return rows.reduce((sum, { removed }) => sum + removed, 0);
}

describe('nothing else', () => {
  test('goes while the removing runs: every row is judged by the database itself', async () => {
    await claim(own.database, scene, { day: '2026-11-02' });
    await approve(own.database, scene);
    const [mine] = await claimsOf();
    const running = async (statement: string) =>
      ruleOf(
        own.database.$transaction(async (tx) => {
          await tx.$executeRaw`select set_config('wijkbeurs.retention', 'on', true)`;
          await tx.$executeRawUnsafe(statement);
        }),
      );
    const where = `where id = '${mine?.id ?? ''}'`;
    expect(await running(`delete from allowance_claim ${where}`)).toBe('record_append_only');
    expect(await running(`update allowance_claim set note = '' ${where}`)).toBe('claim_closed');
    expect(await running(`update allowance_claim set amount_cents = 1 ${where}`)).toBe('claim_closed');
    const joined = `where person_id = '${scene.volunteerId}'`;
    expect(await running(`delete from activity_volunteer ${joined}`)).toBe('record_append_only');
    const [account = ''] = await twoAccounts({ sealed: true });
    expect(await running(`update bank_account set sealed = '', iban_mark = '' where id = '${account}'`)).toBe(
      'bank_account_fixed',
    );
    // past its period, but more than is removed
    await backdate(`update allowance_claim set day = '2010-03-01' ${where}`);
    expect(await running(`update allowance_claim set amount_cents = 1, note = '', answer = '' ${where}`)).toBe(
      'claim_closed',
    );
    expect(
      await running(
        `insert into retention_removal (kind, day, removed) values ('claims', now()::date, 5), ('claims', now()::date, 5)`,
      ),
    ).not.toBeNull();
  });

  test('goes without it, however old', async () => {
    await claim(own.database, scene, { day: '2026-11-02' });
    await approve(own.database, scene);
    await backdate(`update allowance_claim set day = '2010-03-04' where person_id = '${scene.volunteerId}'`);
    const where = { personId: scene.volunteerId };
    expect(await ruleOf(own.database.allowanceClaim.deleteMany({ where }))).toBe('record_append_only');
    expect(await ruleOf(own.database.allowanceClaim.updateMany({ where, data: { note: '' } }))).toBe('claim_closed');
    expect(
      await ruleOf(own.database.retentionRemoval.create({ data: { kind: 'claims', day: testNow, removed: 1 } })),
    ).toBe('record_append_only');
  });
});

test('the ledger and the sums stay whole when the people are gone from them', async () => {
  const second = await volunteer(own.database, scene);
  for (const personId of [scene.volunteerId, second]) await claim(own.database, scene, { personId, day: '2026-11-02' });
  await approve(own.database, scene);
  const state = async () => {
    const [sums] = await own.database.$queryRaw<{ claimed: bigint; needed: bigint }[]>`
      select claimed_cents(${scene.activityId}::uuid) as claimed, needed_of_promise(${scene.decisionId}::uuid) as needed`;
    return sums;
  };
  const before = await state();
  await backdate(`update allowance_claim set day = '2010-03-04' where activity_id = '${scene.activityId}'`);
  expect((await removePastRetention(own.database)).get('claims')).toBe(2);
  expect(await state()).toEqual(before);
  const left = await own.database.allowanceClaim.findMany({
    where: { activityId: scene.activityId },
    include: { person: true },
  });
  // two people on one day are two claims still
  expect(
    left.map(({ day, note, amountCents, person }) => [day.toISOString().slice(0, 10), note, amountCents, person.name]),
  ).toEqual([
    ['2010-03-01', '', 560, ''],
    ['2010-03-01', '', 560, ''],
  ]);
  expect(JSON.stringify(left)).not.toContain(second);
  const found = await findings(own.database, testNow);
  expect(found.findings.flatMap(({ offenders }) => offenders)).toEqual([]);
  // and the activity goes on
  expect(await claim(own.database, scene, { day: '2026-11-03' })).toMatchObject({ ok: true });
});

test('goes on where it was stopped, and two at once remove and count everything once', async () => {
  const people: string[] = [];
  for (let index = 0; index < 7; index += 1) people.push(await makePerson(own.database));
  await own.database.secondFactorTry.createMany({
    data: people.map((personId) => ({ id: id(), personId, triedAt: new Date('2001-01-01') })),
  });
  const where = { personId: { in: people } };
  const before = await counted('second-factor-tries');
  await expect(
    own.database.$transaction(async (tx) => {
      await tx.$executeRaw`select remove_past_retention('second-factor-tries', 3)`;
      throw new Error('power cut');
    }),
  ).rejects.toThrow('power cut');
  expect(await own.database.secondFactorTry.count({ where })).toBe(7);
  await own.database.$executeRaw`select remove_past_retention('second-factor-tries', 3)`;
  expect(await own.database.secondFactorTry.count({ where })).toBe(4);
  const both = await Promise.all([removePastRetention(own.database, 2), removePastRetention(own.database, 2)]);
  expect(both.reduce((sum, removed) => sum + (removed.get('second-factor-tries') ?? 0), 0)).toBe(4);
  expect((await counted('second-factor-tries')) - before).toBe(7);
  expect(await own.database.secondFactorTry.count({ where })).toBe(0);
});

test('an account that was deleted does not keep its claims any longer', async () => {
  await claim(own.database, scene, { day: '2026-11-02' });
  await approve(own.database, scene);
  await own.database.person.update({ where: { id: scene.volunteerId }, data: { name: '', deletedAt: testNow } });
  await backdate(`update allowance_claim set day = '2010-03-04' where person_id = '${scene.volunteerId}'`);
  expect((await removePastRetention(own.database)).get('claims')).toBe(1);
  expect(await claimsOf()).toEqual([]);
});
