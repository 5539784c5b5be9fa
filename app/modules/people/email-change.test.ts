import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskedEmail } from './email-change.ts';

describe('an address that is shown to its owner', () => {
  it.each([
    ['fatima@wijkbeurs.nl', 'f•••@w•••.nl'],
    ['a@b.example', 'a•••@b•••.example'],
    ['fatima.el.a@post.amsterdam.nl', 'f•••@p•••.nl'],
    ['wie@localhost', 'w•••@l•••'],
    ['"a@b"@c.nl', '"•••@c•••.nl'],
    ['😀x@y.nl', '😀•••@y•••.nl'],
  ])('%s is %s', (email, masked) => {
    expect(maskedEmail(email)).toBe(masked);
  });

  it('says the same of every name that begins the same', () => {
    const rest = fc.stringMatching(/^[a-z0-9.]{0,30}$/);
    fc.assert(
      fc.property(rest, rest, (one, other) => {
        expect(maskedEmail(`f${one}@w.nl`)).toBe(maskedEmail(`f${other}@w.nl`));
      }),
    );
  });
});
