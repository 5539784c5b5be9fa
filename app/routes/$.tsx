import { guardLoader } from '#app/http/guard.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** Every address that is not ours. */
export const loader = guardLoader(everyone, () => {
  throw notFound();
});

export default function NotFound() {
  return null;
}
