import { z } from 'zod';
import { defineJob } from '#app/platform/jobs.server.ts';

/** Mails the code with which somebody signs in. */
export const mailSignInCode = defineJob('mail-sign-in-code', z.object({ codeId: z.uuid() }));

/** Mails the code that shows that an address is somebody's own; who has an account there already hears that instead. */
export const mailEmailCode = defineJob('mail-email-code', z.object({ changeId: z.uuid() }));

/** Tells the earlier address that another one took its place. */
export const mailEmailChanged = defineJob('mail-email-changed', z.object({ changeId: z.uuid() }));

/** What changed in how an account is protected. */
export const securityChanges = [
  'passkey-added',
  'passkey-removed',
  'app-added',
  'app-removed',
  'identity-added',
  'identity-removed',
  'reset',
] as const;

/** Tells a person that the protection of the account changed, in case it was somebody else. */
export const mailSecurityChange = defineJob(
  'mail-security-change',
  z.object({ personId: z.uuid(), change: z.enum(securityChanges) }),
);

/** Tells a person that a role begins or has ended. */
export const mailRole = defineJob(
  'mail-role',
  z.object({ membershipId: z.uuid(), change: z.enum(['given', 'ended']) }),
);

/** Asks the members of an organisation (or, without members, the administrators) to answer a request. */
export const mailOrganisationRequest = defineJob(
  'mail-organisation-request',
  z.object({ requestId: z.uuid(), personId: z.uuid() }),
);

/** Tells who asked what the answer is. */
export const mailOrganisationAnswer = defineJob('mail-organisation-answer', z.object({ requestId: z.uuid() }));
