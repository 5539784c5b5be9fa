import { z } from 'zod';

/** An identity provider by which people sign in, beside a code by mail. */
export type IdentitySettings = {
  /** As the provider writes it itself. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What people call it, on the button. */
  name: string;
  /** Always with `openid`. */
  scopes: string;
  /** What the provider tells of somebody's age; null: nothing. */
  ageClaim: AgeClaim | null;
  /** 32 bytes: what the database keeps of who somebody is there is made with it. */
  subjectKey: Buffer;
};

/** `age_over`: claims such as `age_over_16`, true or false. */
export type AgeClaim = 'birthdate' | 'age_over';

const here = ['localhost', '127.0.0.1', '[::1]'];

const isSafe = (text: string) => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash } = new URL(text);
  return (protocol === 'https:' || (protocol === 'http:' && here.includes(hostname))) && search === '' && hash === '';
};

export const subjectKey = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits');

/** The variables that say which. */
export const identityVariables = {
  OIDC_ISSUER: z
    .string()
    .refine(isSafe, 'must be an address that begins with https:// (http:// on this machine only)')
    .optional(),
  OIDC_CLIENT_ID: z.string().max(500, 'must have at most 500 characters').optional(),
  OIDC_CLIENT_SECRET: z.string().min(8, 'must have at least 8 characters').optional(),
  OIDC_NAME: z.string().trim().min(2, 'must have at least 2 characters').max(30, 'must have at most 30').optional(),
  OIDC_SCOPES: z
    .string()
    .refine((text) => text.split(' ').includes('openid'), 'must hold openid')
    .default('openid'),
  OIDC_AGE_CLAIM: z.enum(['birthdate', 'age_over'], 'must be birthdate or age_over').optional(),
  OIDC_SUBJECT_KEY: subjectKey.optional(),
};

export const identityExamples: Record<string, string> = {
  OIDC_ISSUER: 'https://login.example.org',
  OIDC_CLIENT_ID: 'wijkbeurs',
  OIDC_CLIENT_SECRET: 'what the provider gave',
  OIDC_NAME: 'DigiD',
  OIDC_SCOPES: 'openid',
  OIDC_AGE_CLAIM: 'birthdate',
  OIDC_SUBJECT_KEY: '$(openssl rand -hex 32)',
};

type Given = z.infer<z.ZodObject<typeof identityVariables>>;

/**
 * @param keep the key of who somebody is where none is set; null in live mode, where one must be
 * @param wrong what to throw about a variable
 */
export function identitySettings(
  set: Given,
  keep: (() => string) | null,
  wrong: (name: string, problem: string) => Error,
): IdentitySettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name } = set;
  const others = { OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name };
  if (issuer === undefined) {
    const stray = Object.values({ ...others, age: set.OIDC_AGE_CLAIM }).some((value) => value !== undefined);
    if (stray) throw wrong('OIDC_ISSUER', 'is missing, while another setting of the identity provider is there');
    return null;
  }
  const needed = <Value>(variable: string, value: Value | undefined): Value => {
    if (value === undefined) throw wrong(variable, 'is required beside OIDC_ISSUER');
    return value;
  };
  return {
    ...{ issuer, scopes: set.OIDC_SCOPES, ageClaim: set.OIDC_AGE_CLAIM ?? null },
    clientId: needed('OIDC_CLIENT_ID', clientId),
    clientSecret: needed('OIDC_CLIENT_SECRET', clientSecret),
    name: needed('OIDC_NAME', name),
    subjectKey: Buffer.from(needed('OIDC_SUBJECT_KEY', set.OIDC_SUBJECT_KEY ?? keep?.()), 'hex'),
  };
}
