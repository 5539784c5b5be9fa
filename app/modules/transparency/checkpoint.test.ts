import { describe, expect, it } from 'vitest';
import { toBase64 } from './bytes.ts';
import { formatCheckpoint, openCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { formatKeyRing, parseKeyRing, rotate, signersAt, type KeyRing } from './key-ring.ts';
import { nodeMachine } from './node-machine.server.ts';
import { formatVerifierKey } from './note-key.ts';
import { newPrivateKey, signCheckpoint, signerFrom, witnessSigner } from './signer.server.ts';
import { run } from './steps.ts';
import { emptyRoot } from './tree.ts';

const machine = nodeMachine();
const origin = 'wijkbeurs.example/log';
const root = new Uint8Array(32).fill(5);
const [first, second] = [signerFrom(newPrivateKey(origin)), signerFrom(newPrivateKey(origin))];
const ringOf = (...keys: KeyRing): KeyRing => keys;
const alone = ringOf({ key: first.key, from: 0, through: null });
const open = (bytes: Uint8Array, keys: KeyRing) => run(openCheckpoint(bytes, { origin, keys }), machine);

describe('a checkpoint', () => {
  it('reads as the example of the specification', () => {
    const text = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';
    const checkpoint = parseCheckpoint(text);
    expect(checkpoint).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20852163 });
    expect(formatCheckpoint(checkpoint!)).toBe(text);
  });

  const text = formatCheckpoint({ origin, size: 12, root });
  it.each([
    ['no origin', text.replace(origin, '')],
    ['a size with a zero before it', text.replace('12', '012')],
    ['a size with a plus', text.replace('12', '+12')],
    ['a size with a space', text.replace('12', '12 ')],
    ['a size in words', text.replace('12', 'twelve')],
    ['a size in other digits', text.replace('12', '١٢')],
    ['a negative size', text.replace('12', '-12')],
    ['a size that cannot be counted', text.replace('12', '9007199254740993')],
    ['a size of many digits', text.replace('12', '1'.repeat(30))],
    ['a root of 31 bytes', text.replace(toBase64(root), toBase64(root.subarray(1)))],
    ['a root in hexadecimal', text.replace(toBase64(root), '05'.repeat(32))],
    ['a root without padding', text.replace('=', '')],
    ['an empty line in it', text.replace('12\n', '12\n\n')],
    ['an empty extension', `${text}\n`],
    ['two lines', `${origin}\n12\n`],
    ['no last newline', text.slice(0, -1)],
    ['the root of something for nothing', text.replace('12', '0')],
    ['nothing', ''],
  ])('is refused with %s', (_what, broken) => {
    expect(broken).not.toBe(text);
    expect(parseCheckpoint(broken)).toBeNull();
  });

  it('may have extension lines, and may be of an empty log', () => {
    expect(parseCheckpoint(`${text}extension\n`)).toMatchObject({ size: 12 });
    expect(parseCheckpoint(formatCheckpoint({ origin, size: 0, root: emptyRoot }))).toMatchObject({ size: 0 });
    expect(() => formatCheckpoint({ origin: 'a\nb', size: 1, root })).toThrow(RangeError);
    expect(() => formatCheckpoint({ origin, size: 1.5, root })).toThrow(RangeError);
  });

  it('opens with the key of its log only', () => {
    const bytes = signCheckpoint({ origin, size: 12, root }, [first]);
    expect(open(bytes, alone)).toMatchObject({
      ok: true,
      value: { origin, size: 12, signedBy: [{ id: first.key.id }] },
    });
    expect(open(bytes, ringOf({ key: second.key, from: 0, through: null }))).toMatchObject({
      reason: 'note-signed-by-nobody-known',
    });
    const other = signCheckpoint({ origin: 'elders.example/log', size: 12, root }, [first]);
    expect(open(other, alone)).toMatchObject({ reason: 'checkpoint-of-another-log' });
  });

  it('is not believed of a witness alone', () => {
    const witness = witnessSigner('witness.example/w1', new Uint8Array(32).fill(9));
    const bytes = signCheckpoint({ origin, size: 12, root }, [second]);
    const opened = run(openCheckpoint(bytes, { origin, keys: alone }, [witness.key, second.key]), machine);
    expect(opened).toMatchObject({ ok: false, reason: 'note-signed-by-nobody-known' });
  });
});

describe('keys that follow each other', () => {
  const rotated = rotate(alone, second.key, 100);
  const ring = rotated.ok ? rotated.value : [];

  it('both sign the size at which they change', () => {
    expect(signersAt(ring, 99)).toEqual([first.key]);
    expect(signersAt(ring, 100)).toEqual([first.key, second.key]);
    expect(signersAt(ring, 101)).toEqual([second.key]);
    for (const keys of [ring, alone])
      expect(open(signCheckpoint({ origin, size: 100, root }, [first, second]), keys).ok).toBe(true);
  });

  it('count at their own sizes only, so a leaked one signs nothing new', () => {
    expect(open(signCheckpoint({ origin, size: 99, root }, [first]), ring).ok).toBe(true);
    expect(open(signCheckpoint({ origin, size: 101, root }, [second]), ring).ok).toBe(true);
    expect(open(signCheckpoint({ origin, size: 101, root }, [first]), ring)).toMatchObject({
      reason: 'checkpoint-key-not-counting',
    });
    expect(open(signCheckpoint({ origin, size: 99, root }, [second]), ring)).toMatchObject({
      reason: 'checkpoint-key-not-counting',
    });
  });

  it('come back from their list', () => {
    const text = `# keys of ${origin}\n\n${formatKeyRing(ring)}`;
    expect(run(parseKeyRing(text), machine)).toEqual({ ok: true, value: ring });
    expect(run(parseKeyRing(text.replaceAll('\n', '\r\n')), machine)).toEqual({ ok: true, value: ring });
  });

  const [one, two] = [formatVerifierKey(first.key), formatVerifierKey(second.key)];
  it.each([
    ['nothing', '', 'keys-malformed'],
    ['a key without a size', `${one}\n`, 'keys-malformed'],
    ['a size that is no number', `${one} x\n`, 'keys-malformed'],
    ['an end before the beginning', `${one} 0\n${two} 9 8\n`, 'keys-malformed'],
    ['one key twice', `${one} 0\n${one} 5\n`, 'keys-double'],
    ['a gap', `${one} 0 9\n${two} 11\n`, 'keys-with-gap'],
    ['no key from the first leaf on', `${one} 1\n`, 'keys-with-gap'],
    ['no key that goes on', `${one} 0 9\n${two} 10 20\n`, 'keys-all-ended'],
    [
      'the key of a witness',
      `${formatVerifierKey(witnessSigner('w', new Uint8Array(32)).key)} 0\n`,
      'key-of-unknown-type',
    ],
    ['a key with the id of another', `${one.replace(first.key.id, second.key.id)} 0\n`, 'key-id-differs'],
  ])('are refused with %s', (_what, text, reason) => {
    expect(run(parseKeyRing(text), machine)).toMatchObject({ ok: false, reason });
  });

  it('do not come back once they ended', () => {
    expect(rotate(ring, first.key, 200)).toMatchObject({ ok: false, reason: 'keys-double' });
  });
});
