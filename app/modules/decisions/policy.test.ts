import { describe, expect, it } from 'vitest';
import type { Actor } from '#app/modules/people/actor.ts';
import { roles, type Role } from '#app/modules/people/role.ts';
import type { DecisionOutcome } from './outcome.ts';
import { mayConfirm, mayDiscard, mayPrepare, mayReadWorkOf } from './policy.ts';

const actor = (role: Role, given: { body?: string; slug?: string; secondFactor?: boolean } = {}): Actor => ({
  person: { id: 'me', email: 'me@wijkbeurs.example', name: 'Ik', locale: 'nl' },
  sessionId: null,
  roles: [
    { role, bodyId: given.body ?? 'body', bodySlug: given.slug ?? 'team', bodyName: 'Team', organisationId: null },
  ],
  organisations: [],
  secondFactor: given.secondFactor ?? true,
  demo: false,
});
const who = (may: (actor: Actor) => { ok: boolean }) => roles.filter((role) => may(actor(role)).ok);
const decision = (outcome: DecisionOutcome, hasMoney: boolean) => ({
  bodyId: 'body',
  proposerId: 'other',
  outcome,
  hasMoney,
});

describe('who may', () => {
  it('prepare: chair, member, programme manager', () => {
    expect(who((one) => mayPrepare(one, 'body'))).toEqual(['chair', 'member', 'programme_manager']);
  });

  it('confirm money: the budget holder alone', () => {
    expect(who((one) => mayConfirm(one, decision('grant', true)))).toEqual(['budget_holder']);
  });

  it.each<[DecisionOutcome]>([['grant'], ['decline'], ['park'], ['refer']])(
    'confirm %s without money: chair and budget holder',
    (outcome) => {
      expect(who((one) => mayConfirm(one, decision(outcome, false)))).toEqual(['chair', 'budget_holder']);
    },
  );

  it('read the work: who decides, the treasurer and the controlegroep', () => {
    expect(who((one) => mayReadWorkOf(one, 'body'))).toEqual([
      'chair',
      'member',
      'programme_manager',
      'budget_holder',
      'treasurer',
      'controlegroep',
    ]);
  });

  it('lay aside: the proposer, and who leads or confirms', () => {
    expect(who((one) => mayDiscard(one, { bodyId: 'body', proposerId: 'other' }))).toEqual([
      'chair',
      'programme_manager',
      'budget_holder',
    ]);
    expect(mayDiscard(actor('member'), { bodyId: 'body', proposerId: 'me' }).ok).toBe(true);
  });
});

describe('nobody', () => {
  it('confirms what they prepared', () => {
    expect(mayConfirm(actor('budget_holder'), { ...decision('grant', true), proposerId: 'me' })).toEqual({
      ok: false,
      reason: 'same-person',
    });
  });

  it('decides for another body, but the programme office does for all', () => {
    expect(mayConfirm(actor('budget_holder', { body: 'elsewhere' }), decision('grant', true)).ok).toBe(false);
    expect(
      mayConfirm(actor('budget_holder', { body: 'office', slug: 'programmabureau' }), decision('grant', true)).ok,
    ).toBe(true);
  });

  it('confirms without a second factor', () => {
    expect(mayConfirm(actor('budget_holder', { secondFactor: false }), decision('grant', true))).toEqual({
      ok: false,
      reason: 'second-factor-needed',
    });
  });
});
