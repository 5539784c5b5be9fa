import { isRouteErrorResponse } from '@remix-run/react';

/** What somebody posted who has to sign in (again) first: it goes back to them, and can be posted once more. */
export type KeptForm = {
  /** Where it was posted to. */
  action: string;
  /** Where to sign in, or to confirm with the second factor. */
  signInHref: string;
  /** Name and value, in order; files cannot be kept. */
  fields: readonly (readonly [name: string, value: string])[];
  hadFile: boolean;
};

/** The answer of the guard; it stores nothing: the page itself carries what was typed. */
export function keptFormResponse(kept: KeptForm): Response {
  return Response.json(kept, { status: 401, headers: { 'Cache-Control': 'no-store' } });
}

/** Only the guard answers 401. */
export function keptFormIn(error: unknown): KeptForm | null {
  return isRouteErrorResponse(error) && error.status === 401 ? (error.data as KeptForm) : null;
}

export function keepForm(form: FormData, action: string, signInHref: string): KeptForm {
  const entries = [...form.entries()];
  return {
    action,
    signInHref,
    fields: entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])),
    hadFile: entries.some(([, value]) => typeof value !== 'string' && value.size > 0),
  };
}
