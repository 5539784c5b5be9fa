import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64, textOf, toBase64, utf8 } from './bytes.ts';
import { nodeMachine } from './node-machine.server.ts';
import { formatNote, openNote, parseNote } from './note.ts';
import { formatVerifierKey, parseVerifierKey, type VerifierKey } from './note-key.ts';
import { cosign, newPrivateKey, signerFrom, signNote, witnessSigner } from './signer.server.ts';
import { run } from './steps.ts';

const machine = nodeMachine();
const keyOf = (text: string): VerifierKey => {
  const key = run(parseVerifierKey(text), machine);
  if (!key.ok) throw new Error(key.reason);
  return key.value;
};

// the vectors of golang.org/x/mod/sumdb/note, note_test.go
const peterKey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const peterSecret = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
const enochKey = 'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop';
const text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const peterLine =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
const enochLine =
  '— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n';
const note = `${text}\n${peterLine}`;
const open = (content: string | Uint8Array, ...keys: string[]) =>
  run(openNote(typeof content === 'string' ? utf8(content) : content, keys.map(keyOf)), machine);

describe('keys for who verifies', () => {
  it('read and write as the published one', () => {
    expect(formatVerifierKey(keyOf(peterKey))).toBe(peterKey);
    expect(formatVerifierKey(signerFrom(peterSecret).key)).toBe(peterKey);
  });

  it('are refused with any part left out or any letter changed', () => {
    const broken: string[] = [];
    for (let from = 0; from < peterKey.length; from += 1)
      for (let to = from + 1; to <= peterKey.length; to += 1)
        if (from > 0 || to < peterKey.length) broken.push(peterKey.slice(from, to));
    for (let at = 0; at < peterKey.length; at += 1)
      broken.push(peterKey.slice(0, at) + String.fromCharCode(peterKey.charCodeAt(at) + 1) + peterKey.slice(at + 1));
    expect(broken.filter((key) => run(parseVerifierKey(key), machine).ok)).toEqual([]);
  });

  it.each([
    [
      'a key of another length',
      'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==',
      'key-malformed',
    ],
    ['another algorithm', 'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'key-of-unknown-type'],
    ['an id in capitals', peterKey.replace('c74f20a3', 'C74F20A3'), 'key-malformed'],
    ['the id of another', peterKey.replace('c74f20a3', 'c74f20a4'), 'key-id-differs'],
    ['a name with a space', peterKey.replace('PeterN', 'Peter N'), 'key-malformed'],
  ])('refuse %s', (_what, key, reason) => {
    expect(run(parseVerifierKey(key), machine)).toMatchObject({ ok: false, reason });
  });

  it('sign what they were made for', () => {
    const secret = newPrivateKey('wijkbeurs.example/log');
    const signer = signerFrom(secret);
    expect(open(signNote('hallo\n', [signer]), formatVerifierKey(signer.key)).ok).toBe(true);
    expect(() => signerFrom(secret.replace('wijkbeurs', 'elders'))).toThrow('id of another');
    expect(() => signerFrom('PRIVATE+KEY+x')).toThrow(RangeError);
    expect(() => newPrivateKey('a b')).toThrow(RangeError);
  });
});

describe('a signed note', () => {
  it('is what others write of the same key and text', () => {
    expect(textOf(signNote(text, [signerFrom(peterSecret)]))).toBe(note);
  });

  it('opens with the keys that are known, and passes over others', () => {
    expect(open(note + enochLine, peterKey)).toMatchObject({
      ok: true,
      value: { text, signed: [{ key: { name: 'PeterNeumann' } }] },
    });
    const both = open(note + enochLine, peterKey, enochKey);
    expect(both.ok && both.value.signed.map(({ key }) => key.name)).toEqual(['PeterNeumann', 'EnochRoot']);
    expect(open(note + peterLine, peterKey)).toMatchObject({ ok: true, value: { signed: [{}] } });
    expect(open(note, enochKey)).toEqual({ ok: false, reason: 'note-signed-by-nobody-known' });
  });

  it('is refused when one of a known key is wrong, even beside a right one', () => {
    const wrong = enochLine.replace('rwz+eBzm', 'rwz+eBzn');
    expect(open(note + wrong, peterKey, enochKey)).toMatchObject({ ok: false, reason: 'note-signature-wrong' });
    expect(open(note.replace('answer', 'enemy'), peterKey)).toMatchObject({
      ok: false,
      reason: 'note-signature-wrong',
    });
  });

  it('may hold empty lines; the last one is the border', () => {
    const poem = 'Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n';
    const signer = signerFrom(peterSecret);
    expect(open(signNote(poem, [signer]), peterKey)).toMatchObject({ ok: true, value: { text: poem } });
  });

  it('takes 16 signatures of a post-quantum length', () => {
    const signatures = Array.from({ length: 16 }, (_, at) => ({
      name: `w${at}`,
      id: '00000000',
      signature: new Uint8Array(5000),
    }));
    expect(parseNote(formatNote({ text, signatures })).ok).toBe(true);
  });

  it.each([
    ['no signatures', text],
    ['an empty list of signatures', `${text}\n`],
    ['no last newline', note.slice(0, -1)],
    ['a line after it', `${note}Unexpected line.\n`],
    ['a line between', `${text}\nUnexpected line.\n${peterLine}`],
    ['control characters', `\u0001${note}`],
    ['a tab', note.replace(' you', '\tyou')],
    ['a carriage return', note.replaceAll('\n', '\r\n')],
    ['a hyphen for the dash', note.replace('—', '-')],
    ['no space after the dash', note.replace('— ', '—')],
    ['two spaces', note.replace('Neumann ', 'Neumann  ')],
    ['no name', note.replace('PeterNeumann', '')],
    ['a name with a plus', note.replace('PeterNeumann', 'Peter+Neumann')],
    ['a name with a space that does not break', note.replace('PeterNeumann', 'Peter\u00a0Neumann')],
    ['a signature without padding', note.replace('JnAM=', 'JnAM')],
    ['a signature with bits left over', note.replace('JnAM=', 'JnAN=')],
    ['letters of base64url', note.replace('go/Z', 'go_Z')],
    ['a signature of no more than an id', note.replace(/x08g\S+/, 'x08gow==')],
    ['more signatures than anybody needs', `${text}\n${peterLine.repeat(101)}`],
    ['a text that does not end', `${text.slice(0, -1)}${peterLine}`],
    ['more bytes than anybody needs', `${'a'.repeat(300_000)}\n\n${peterLine}`],
    ['nothing', ''],
  ])('is refused with %s', (_what, broken) => {
    expect(broken).not.toBe(note);
    expect(open(broken, peterKey)).toEqual({ ok: false, reason: 'note-malformed' });
  });

  it('is refused when it is not UTF-8', () => {
    expect(open(Uint8Array.of(0xff, ...utf8(note)), peterKey)).toEqual({ ok: false, reason: 'note-malformed' });
  });

  it('is refused with any byte changed', () => {
    const bytes = utf8(note);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const bent = Uint8Array.from(bytes);
        bent[at] = bent[at]! ^ flip;
        expect(open(bent, peterKey).ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('is not written of a text that would read as another', () => {
    const signer = signerFrom(peterSecret);
    for (const bad of ['abc', '', 'a\tb\n', 'a\u0000\n']) expect(() => signNote(bad, [signer])).toThrow(RangeError);
    expect(() => signNote(text, [])).toThrow(RangeError);
  });
});

describe('the signature of a witness', () => {
  const witness = witnessSigner('witness.example/w1', new Uint8Array(32).fill(9));
  const line = cosign(text, witness, 1_679_315_147);
  const whole = formatNote({ text, signatures: [line] });
  const key = formatVerifierKey(witness.key);

  it('says when it saw the text', () => {
    expect(open(whole, key)).toMatchObject({ ok: true, value: { signed: [{ at: 1_679_315_147 }] } });
    // type 4 is part of the id: the same key for plain notes is another
    expect(fromBase64(key.split('+').slice(2).join('+'))?.[0]).toBe(4);
  });

  it('is wrong of another moment, another text, or another length', () => {
    const later = Uint8Array.from(line.signature);
    later[7] = later[7]! + 1;
    expect(open(formatNote({ text, signatures: [{ ...line, signature: later }] }), key).ok).toBe(false);
    expect(open(formatNote({ text: `${text}more\n`, signatures: [line] }), key).ok).toBe(false);
    expect(open(formatNote({ text, signatures: [{ ...line, signature: line.signature.subarray(1) }] }), key).ok).toBe(
      false,
    );
    expect(toBase64(line.signature)).toHaveLength(96);
  });
});
