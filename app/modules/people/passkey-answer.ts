import { z } from 'zod';

/** What browsers answer about passkeys (WebAuthn level 3, as JSON), as far as the server reads it. */
const base64url = z
  .string()
  .max(20_000)
  .regex(/^[\w-]*$/);

const common = {
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}).catch({}),
  authenticatorAttachment: z.enum(['cross-platform', 'platform']).optional().catch(undefined),
};

export const registrationAnswer = z.object({
  ...common,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(20)).max(10).optional().catch(undefined),
  }),
});

export const authenticationAnswer = z.object({
  ...common,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional().catch(undefined),
  }),
});
