import { guardLoader } from '#app/http/guard.server.ts';
import { streamedResponse } from '#app/http/open-response.server.ts';
import { strictnessOf } from '#app/modules/opendata/strictness.server.ts';
import { givingJson } from '#app/modules/opendata/three-sixty.server.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { openDataRules } from '#app/modules/programme/queries/settings.query.server.ts';

/** Grants by the standard of 360Giving. */
export const loader = guardLoader(everyone, async ({ database, platform, connection, now }) => {
  const rules = await openDataRules(database);
  const reading = { database, rules, strictness: strictnessOf(platform), publicUrl: platform.env.publicUrl };
  return streamedResponse(connection, {
    parts: givingJson(reading, now),
    contentType: 'application/json; charset=utf-8',
    fileName: '360giving.json',
    isGzip: false,
  });
});
