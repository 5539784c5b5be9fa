import type { Instant } from '#app/kernel/instant.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { SignedIn } from '../actor.ts';
import { setupOf, type AuthenticatorSetup } from '../authenticator.server.ts';
import { deviceOf } from '../device.ts';
import { hasMailbox } from '../person.ts';
import { rolesWithSecondFactor } from '../role.ts';

/** How somebody's account is protected, for their own page. */
export type SecurityView = {
  passkeys: { id: string; name: string; createdAt: Instant; usedAt: Instant | null }[];
  app: { confirmedAt: Instant } | null;
  backupCodesLeft: number;
  hasSecondFactor: boolean;
  /** A role of theirs counts only with a second factor; never in demo mode. */
  roleNeedsIt: boolean;
  /** Services by which the person signs in beside mail. */
  identities: { id: string; issuer: string; createdAt: Instant; usedAt: Instant }[];
  /** Has an address to which a code can be mailed. */
  hasMailbox: boolean;
  sessions: { id: string; device: string; createdAt: Instant; expiresAt: Instant; isThisOne: boolean }[];
};

export async function securityView(database: Database, actor: SignedIn, now: Instant): Promise<SecurityView> {
  const personId = actor.person.id;
  const [passkeys, app, backupCodesLeft, sessions, identities] = await Promise.all([
    database.passkey.findMany({
      where: { personId },
      orderBy: { createdAt: 'asc' },
      select: { id: true, name: true, createdAt: true, usedAt: true },
    }),
    database.authenticator.findFirst({
      where: { personId, confirmedAt: { not: null } },
      select: { confirmedAt: true },
    }),
    database.backupCode.count({ where: { personId, usedAt: null } }),
    database.session.findMany({
      where: { personId, expiresAt: { gt: now } },
      orderBy: { createdAt: 'desc' },
      select: { id: true, userAgent: true, createdAt: true, expiresAt: true },
    }),
    database.personIdentity.findMany({
      where: { personId },
      orderBy: { createdAt: 'asc' },
      select: { id: true, issuer: true, createdAt: true, usedAt: true },
    }),
  ]);
  return {
    passkeys,
    app: app?.confirmedAt ? { confirmedAt: app.confirmedAt } : null,
    backupCodesLeft,
    identities,
    hasMailbox: hasMailbox(actor.person.email),
    hasSecondFactor: passkeys.length > 0 || app !== null,
    roleNeedsIt: !actor.demo && actor.roles.some(({ role }) => rolesWithSecondFactor.includes(role)),
    sessions: sessions.map(({ userAgent, ...session }) => ({
      ...session,
      device: deviceOf(userAgent),
      isThisOne: session.id === actor.sessionId,
    })),
  };
}

/** What there is to set up an app with; null when none was begun, 'confirmed' when it is set up already. */
export async function authenticatorSetup(
  database: Database,
  actor: SignedIn,
  secret: string,
): Promise<AuthenticatorSetup | 'confirmed' | null> {
  const app = await database.authenticator.findUnique({ where: { personId: actor.person.id } });
  if (app === null) return null;
  return app.confirmedAt === null ? setupOf(secret, app.sealedSecret, actor.person.email) : 'confirmed';
}
