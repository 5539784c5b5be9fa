import { guardLoader } from '#app/http/guard.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** What the web server shows instead of reading a body that is too large (app/server/body-limit.ts). */
export const loader = guardLoader(everyone, () => {
  throw turnAway(413);
});

export default function TooLarge() {
  return null;
}
