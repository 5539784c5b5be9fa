import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant } from '#app/kernel/instant.ts';
import { isRecentSecondFactor, visitor, type Actor, type HeldRole } from './actor.ts';
import {
  administers,
  canActFor,
  canReadWorkOf,
  everyone,
  hasRole,
  inDemoMode,
  mayReadWork,
  readsAdministration,
  signedIn,
  usableRoles,
} from './policy.ts';
import { programmeOffice, roleFitsBody, roles, rolesWithSecondFactor, type Role } from './role.ts';

const held = (role: Role, body = 'wonen'): HeldRole => ({
  role,
  bodyId: `id-of-${body}`,
  bodySlug: body,
  bodyName: body,
  organisationId: null,
});

const person = (given: { roles?: HeldRole[]; secondFactor?: boolean; demo?: boolean } = {}): Actor => ({
  person: { id: 'p', email: 'p@wijkbeurs.example', name: 'P', locale: 'nl' },
  sessionId: 's',
  roles: given.roles ?? [],
  organisations: [],
  secondFactor: given.secondFactor ?? false,
  demo: given.demo ?? false,
});

const verdict = (outcome: { ok: true } | { ok: false; reason: string }) => (outcome.ok ? 'yes' : outcome.reason);

describe('policies of a whole page', () => {
  it.each([
    ['everyone, visitor', everyone, visitor(false), 'yes'],
    ['signed in, visitor', signedIn, visitor(false), 'sign-in-needed'],
    ['signed in, person', signedIn, person(), 'yes'],
    ['demo, outside it', inDemoMode, person(), 'not-found'],
    ['demo, within it', inDemoMode, visitor(true), 'yes'],
    ['role, visitor', hasRole('loket'), visitor(false), 'sign-in-needed'],
    ['role, without it', hasRole('loket'), person({ roles: [held('member')] }), 'role-needed'],
    ['role, with it', hasRole('loket'), person({ roles: [held('loket')] }), 'yes'],
    ['role of several', hasRole('loket', 'member'), person({ roles: [held('member')] }), 'yes'],
    ['role that needs a second factor', hasRole('chair'), person({ roles: [held('chair')] }), 'second-factor-needed'],
    ['the same with it', hasRole('chair'), person({ roles: [held('chair')], secondFactor: true }), 'yes'],
    ['one of two roles is enough', hasRole('chair', 'loket'), person({ roles: [held('chair'), held('loket')] }), 'yes'],
    [
      'reading as controlegroep',
      mayReadWork('loket'),
      person({ roles: [held('controlegroep', programmeOffice)] }),
      'yes',
    ],
    [
      'acting as controlegroep',
      hasRole('loket'),
      person({ roles: [held('controlegroep', programmeOffice)] }),
      'role-needed',
    ],
    [
      'administration as administrator',
      readsAdministration,
      person({ roles: [held('administrator')] }),
      'second-factor-needed',
    ],
    ['administration as controlegroep', readsAdministration, person({ roles: [held('controlegroep')] }), 'yes'],
    [
      'administration as editor',
      readsAdministration,
      person({ roles: [held('editor')], secondFactor: true }),
      'role-needed',
    ],
    [
      'administering as controlegroep',
      administers,
      person({ roles: [held('controlegroep')], secondFactor: true }),
      'role-needed',
    ],
  ])('%s', (_, policy, actor, expected) => {
    expect(verdict(policy(actor))).toBe(expected);
  });
});

describe('acting for a body', () => {
  it.each([
    ['of one’s own', [held('loket')], 'wonen', ['loket'], 'yes'],
    ['of another', [held('loket')], 'jeugd', ['loket'], 'role-needed'],
    ['as the programme office', [held('loket', programmeOffice)], 'jeugd', ['loket'], 'yes'],
    ['with another role', [held('member')], 'wonen', ['loket'], 'role-needed'],
    ['for the office as a team', [held('loket')], programmeOffice, ['loket'], 'role-needed'],
    ['without second factor', [held('budget_holder')], 'wonen', ['budget_holder'], 'second-factor-needed'],
    ['chair elsewhere, member here', [held('chair', 'jeugd'), held('member')], 'wonen', ['chair', 'member'], 'yes'],
  ] as const)('%s', (_, roleList, body, wanted, expected) => {
    const [first, ...rest] = wanted as readonly [Role, ...Role[]];
    expect(verdict(canActFor(person({ roles: [...roleList] }), `id-of-${body}`, first, ...rest))).toBe(expected);
  });

  it('is reading only for the controlegroep', () => {
    const reader = person({ roles: [held('controlegroep', programmeOffice)] });
    expect(verdict(canReadWorkOf(reader, 'id-of-jeugd', 'chair'))).toBe('yes');
    expect(verdict(canActFor(reader, 'id-of-jeugd', 'chair'))).toBe('role-needed');
    expect(verdict(canReadWorkOf(person(), 'id-of-jeugd', 'chair'))).toBe('role-needed');
  });

  it('never lets in without a second factor who needs one, whatever roles they hold', () => {
    const someRoles = fc.array(
      fc.tuple(fc.constantFrom(...roles), fc.constantFrom('wonen', 'jeugd', programmeOffice)),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(someRoles, fc.constantFrom(...roles), (list, wanted) => {
        const actor = person({ roles: list.map(([role, body]) => held(role, body)) });
        const outcome = canActFor(actor, 'id-of-wonen', wanted);
        const holds = list.some(([role, body]) => role === wanted && body !== 'jeugd');
        const needs = rolesWithSecondFactor.includes(wanted);
        expect(verdict(outcome)).toBe(!holds ? 'role-needed' : needs ? 'second-factor-needed' : 'yes');
        expect(usableRoles(actor).some(({ role }) => rolesWithSecondFactor.includes(role))).toBe(false);
        expect(usableRoles({ ...actor, secondFactor: true })).toEqual(actor.roles);
      }),
    );
  });
});

describe('a second factor', () => {
  it.each([
    [null, false],
    ['2026-11-21T00:00:00Z', false],
    ['2026-11-21T00:00:01Z', true],
    ['2026-11-21T12:00:00Z', true],
    // a clock that ran ahead proves nothing
    ['2026-11-21T12:00:01Z', false],
  ])('shown at %s', (shown, expected) => {
    expect(isRecentSecondFactor(shown === null ? null : instant(shown), instant('2026-11-21T12:00:00Z'))).toBe(
      expected,
    );
  });
});

it('keeps roles of the whole programme at the programme office', () => {
  expect(roles.filter((role) => !roleFitsBody(role, 'wonen'))).toEqual(['controlegroep', 'administrator']);
  expect(roles.every((role) => roleFitsBody(role, programmeOffice))).toBe(true);
});
