import { describe, expect, test } from 'vitest';
import { visitor, type Actor, type HeldRole } from '#app/modules/people/actor.ts';
import type { Role } from '#app/modules/people/role.ts';
import { loketRoleFor, loketScope, mayReadDossier, readsLoket } from './policy.ts';

const held = (role: Role, bodySlug: string): HeldRole => ({
  role,
  bodyId: `id-${bodySlug}`,
  bodySlug,
  bodyName: bodySlug,
  organisationId: null,
});

const actor = (...roles: HeldRole[]): Actor => ({
  ...visitor(false),
  person: { id: 'p', email: 'p@example.org', name: 'P', locale: 'nl' },
  sessionId: 's',
  roles,
});

const office = held('loket', 'programmabureau');
const own = held('loket', 'eid');

describe('who may act at the loket', () => {
  test.each<[string, Actor, string | null, HeldRole | null]>([
    ['the loket of the body', actor(own), 'id-eid', own],
    ['the programme office, for every body', actor(office), 'id-eid', office],
    ['the role in the body goes before the one in the office', actor(office, own), 'id-eid', own],
    ['another body', actor(own), 'id-wonen', null],
    ['a plan without a body, the office', actor(office), null, office],
    ['a plan without a body, a team', actor(own), null, null],
    ['the chair without the role', actor(held('chair', 'eid')), 'id-eid', null],
    ['the controlegroep', actor(held('controlegroep', 'programmabureau')), 'id-eid', null],
    ['a visitor', visitor(true), 'id-eid', null],
  ])('%s', (_who, who, bodyId, expected) => {
    const outcome = loketRoleFor(who, bodyId);
    expect(outcome.ok ? outcome.value : null).toEqual(expected);
  });
});

describe('who may read at the loket', () => {
  test('the controlegroep reads everything', () => {
    const reader = actor(held('controlegroep', 'programmabureau'));
    expect(readsLoket(reader).ok).toBe(true);
    expect(loketScope(reader)).toBe('all');
    expect(mayReadDossier(reader, 'id-eid')).toBe(true);
    expect(mayReadDossier(reader, null)).toBe(true);
  });

  test('a body reads its own work only', () => {
    expect(loketScope(actor(own, own))).toEqual(['id-eid']);
    expect(mayReadDossier(actor(own), 'id-eid')).toBe(true);
    expect(mayReadDossier(actor(own), 'id-wonen')).toBe(false);
    expect(mayReadDossier(actor(own), null)).toBe(false);
  });

  test('others read nothing', () => {
    for (const who of [visitor(false), actor(), actor(held('reviewer', 'eid'))]) {
      expect(readsLoket(who).ok).toBe(false);
      expect(loketScope(who)).toEqual([]);
      expect(mayReadDossier(who, 'id-eid')).toBe(false);
    }
  });
});
