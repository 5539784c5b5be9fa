import type { SealingKeys } from '#app/platform/sealing.server.ts';

const hex = 'ab'.repeat(32);

/** BANK_ACCOUNT_KEYS of tests, so that what fills the demo and the product that opens it have the same. */
export const testBankKeys = `1:${hex}`;

/** The same, as the product has them. */
export const testSealingKeys: SealingKeys = [{ id: '1', key: Buffer.from(hex, 'hex') }];
