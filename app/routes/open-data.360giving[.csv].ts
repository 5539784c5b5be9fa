import { guardLoader } from '#app/http/guard.server.ts';
import { streamedResponse } from '#app/http/open-response.server.ts';
import { strictnessOf } from '#app/modules/opendata/strictness.server.ts';
import { givingCsv } from '#app/modules/opendata/three-sixty.server.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { openDataRules } from '#app/modules/programme/queries/settings.query.server.ts';

/** Grants by the standard of 360Giving, for spreadsheets. */
export const loader = guardLoader(everyone, async ({ database, platform, connection }) => {
  const rules = await openDataRules(database);
  const reading = { database, rules, strictness: strictnessOf(platform), publicUrl: platform.env.publicUrl };
  return streamedResponse(connection, {
    parts: givingCsv(reading),
    contentType: 'text/csv; charset=utf-8; header=present',
    fileName: '360giving.csv',
    isGzip: false,
  });
});
