import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentDisposition, safeFileName } from './attachment.ts';
import { stripJpeg } from './jpeg.ts';

describe('a file name', () => {
  it.each([
    ['Begroting 2027.pdf', 'Begroting 2027.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['..\\..\\windows\\system32.exe', 'system32.pdf'],
    ['plan.pdf.exe', 'plan.pdf.pdf'],
    ['<img src=x onerror=alert(1)>.pdf', 'img srcx onerroralert(1).pdf'],
    ['naïef plan ü.pdf', 'naïef plan ü.pdf'],
    ['.htaccess', 'document.pdf'],
    ['', 'document.pdf'],
    ['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie x.pdf'],
    [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(80)}.pdf`],
    ['\u202Efdp.exe', 'fdp.pdf'],
  ])('%j becomes %j', (name, safe) => {
    expect(safeFileName(name, 'pdf')).toBe(safe);
  });

  it('never leaves its folder nor breaks a header, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        const safe = safeFileName(name, 'image');
        expect(safe).toMatch(/^[^/\\:*?"<>|\p{Cc}.][^/\\:*?"<>|\p{Cc}]*\.webp$/u);
        expect(safe).not.toContain('..');
        expect(contentDisposition('pdf', safe)).toMatch(
          /^attachment; filename="[\x20-\x21\x23-\x7e]*"; filename\*=UTF-8''[\w.!~%-]+$/,
        );
      }),
    );
  });
});

describe('a JPEG inside a PDF', () => {
  it('keeps its picture and loses what was noted with it', () => {
    const exif = [0xff, 0xe1, 0, 6, 1, 2, 3, 4];
    const table = [0xff, 0xdb, 0, 3, 9];
    const scan = [0xff, 0xda, 0, 2, 7, 7, 0xff, 0xd9];
    expect([...stripJpeg(new Uint8Array([0xff, 0xd8, ...exif, ...table, ...scan]))]).toEqual([
      0xff,
      0xd8,
      ...table,
      ...scan,
    ]);
  });

  it('bears anything', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (rest) => {
        const stripped = stripJpeg(new Uint8Array([0xff, 0xd8, ...rest]));
        expect(stripped.length).toBeLessThanOrEqual(rest.length + 2);
      }),
    );
  });
});
