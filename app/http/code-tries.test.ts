import { expect, test } from 'vitest';
import { allowCodesAgain, areCodesHeld, countRightCode, countWrongCode, mayTryCode } from './code-tries.server.ts';

let number = 0;
/** A gathering and addresses that no other test uses. */
function hall() {
  number += 1;
  const gatheringId = `gathering-${String(number)}`;
  const at = (place: string) => ({ gatheringId, clientAddress: `${place}-${String(number)}` });
  return { gatheringId, at };
}

async function wrong(tried: { gatheringId: string; clientAddress: string }, times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) await countWrongCode(tried);
}

/** Two hundred wrong codes from elsewhere, from addresses of which none has had its share. */
async function besiege({ at }: ReturnType<typeof hall>): Promise<void> {
  for (let n = 0; n < 4; n += 1) await wrong(at(`far-${String(n)}`), 50);
}

test('one address tries so many wrong codes, others go on', async () => {
  const { at } = hall();
  await wrong(at('phone'), 59);
  expect(await mayTryCode(at('phone'))).toBe(true);
  await wrong(at('phone'), 1);
  expect(await mayTryCode(at('phone'))).toBe(false);
  expect(await mayTryCode(at('other'))).toBe(true);
});

test('many wrong codes from elsewhere keep out neither the hall where somebody joined, nor a phone that types its own', async () => {
  const here = hall();
  const { at } = here;
  await countRightCode(at('hall'));
  await besiege(here);
  await wrong(at('hall'), 20);
  expect(await mayTryCode(at('hall'))).toBe(true);
  expect(await mayTryCode(at('phone'))).toBe(true);
  await wrong(at('phone'), 3);
  expect(await mayTryCode(at('phone'))).toBe(false);
  expect(await mayTryCode(at('far-0'))).toBe(false);
});

test('who helps at the door lets everybody try again, also their own network', async () => {
  const here = hall();
  const { at } = here;
  expect(await areCodesHeld(at('hall'))).toBe(false);
  await wrong(at('hall'), 60);
  await besiege(here);
  expect(await areCodesHeld(at('hall'))).toBe(true);
  await allowCodesAgain(at('hall'));
  expect(await areCodesHeld(at('hall'))).toBe(false);
  expect(await mayTryCode(at('hall'))).toBe(true);
  await wrong(at('phone'), 4);
  expect(await mayTryCode(at('phone'))).toBe(true);
});
