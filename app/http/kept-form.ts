import { isRouteErrorResponse } from '@remix-run/react';
import { mostFields } from './form-limits.ts';

/** What somebody posted who has to sign in (again) first: it goes back to them, and can be posted once more. */
export type KeptForm = {
  /** What is missing: a session, or only its second step. */
  needs: 'sign-in' | 'second-step';
  /** Where it was posted to. */
  action: string;
  /** Where to sign in, or to confirm with the second factor. */
  signInHref: string;
  /** Name and value, in order; files cannot be kept. */
  fields: readonly (readonly [name: string, value: string])[];
  hadFile: boolean;
};

/** Most characters that come back. No form of ours sends more without a file, and whoever is signed out could send it. */
const mostText = 1024 * 1024;

/** The answer of the guard; it stores nothing: the page itself carries what was typed. */
export function keptFormResponse(kept: KeptForm): Response {
  return Response.json(kept, { status: 401, headers: { 'Cache-Control': 'no-store' } });
}

/** Only the guard answers 401. */
export function keptFormIn(error: unknown): KeptForm | null {
  return isRouteErrorResponse(error) && error.status === 401 ? (error.data as KeptForm) : null;
}

/** @returns null for what no form of ours sends */
export function keepForm(form: FormData, page: Pick<KeptForm, 'needs' | 'action' | 'signInHref'>): KeptForm | null {
  const entries = [...form.entries()];
  const fields = entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));
  const text = fields.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (entries.length > mostFields || text > mostText) return null;
  const hadFile = entries.some(([, value]) => typeof value !== 'string' && value.size > 0);
  return { ...page, fields, hadFile };
}

/** The words of its page in `errors`. */
export function keptFormKey({ needs }: Pick<KeptForm, 'needs'>): 'keptForm' | 'keptFormSecondStep' {
  return needs === 'sign-in' ? 'keptForm' : 'keptFormSecondStep';
}
