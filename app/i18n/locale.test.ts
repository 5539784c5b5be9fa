import { describe, expect, test } from 'vitest';
import { localeOf } from './locale.ts';

describe('the language of a request', () => {
  test.each([
    [null, null, 'nl'],
    [null, 'en-GB,en;q=0.9', 'en'],
    [null, 'tr-TR,tr;q=0.9,en;q=0.8,nl;q=0.7', 'en'],
    [null, 'ar', 'nl'],
    [null, 'en;q=0.1,nl;q=0.9', 'nl'],
    [null, 'en;q=0,nl', 'nl'],
    ['taal=nl', 'en', 'nl'],
    ['melding=x; taal=en', 'nl', 'en'],
    ['taal=fr', 'en', 'en'],
    ['andertaal=en', null, 'nl'],
  ])('cookie %o and Accept-Language %o → %s', (cookie, acceptLanguage, locale) => {
    expect(localeOf({ cookie, acceptLanguage })).toBe(locale);
  });
});
