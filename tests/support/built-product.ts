import { ensureBuild, ensureClient } from '#scripts/build.ts';

/** The browser tests use the built product: built anew, as `npm start` does, when its sources are newer. */
export default async function setup(): Promise<void> {
  await ensureClient();
  if ((await ensureBuild()) === 'made') console.log('Built the product anew: its sources were newer than build/.');
}
