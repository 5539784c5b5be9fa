import { randomUUID } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { attachmentLimits } from '#app/modules/initiatives/attachment.ts';
import { addAttachment } from '#app/modules/initiatives/commands/add-attachment.server.ts';
import { describeAttachments, removeAttachment } from '#app/modules/initiatives/commands/change-attachments.server.ts';
import { startRevision } from '#app/modules/initiatives/commands/start-revision.server.ts';
import { submitInitiative } from '#app/modules/initiatives/commands/submit-initiative.server.ts';
import { attachmentFile } from '#app/modules/initiatives/queries/attachment.query.server.ts';
import { draftView } from '#app/modules/initiatives/queries/draft.query.server.ts';
import { visitor } from '#app/modules/people/actor.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { loadedPdf, photoWithPlace } from './files.ts';
import { makeDistrict, signedIn, typedDraft, type PlanContext } from './plan.ts';

const own = useTestDatabase();
let resident: PlanContext;
let stranger: PlanContext;
let alliantieId: string;

beforeAll(async () => {
  ({ alliantieId } = await makeDistrict(own.database));
  stranger = await signedIn(own.database);
});

// a person of its own per test: nobody can have many drafts
beforeEach(async () => {
  resident = await signedIn(own.database);
});

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

async function add(draftId: string, bytes: Uint8Array, fileName = 'foto.jpg', context = resident) {
  return addAttachment({ draftId, fileName, bytes, description: 'Een gevel' }, context);
}

async function added(draftId: string, bytes: Uint8Array, fileName?: string): Promise<string> {
  const outcome = await add(draftId, bytes, fileName);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

const kept = async (id: string) => {
  const file = await attachmentFile(own.database, resident.actor, id);
  if (!file) throw new Error('the file is gone');
  return file;
};

describe('a picture', () => {
  test.each(['jpeg', 'png', 'webp'] as const)('of type %s is kept as WebP without place or camera', async (format) => {
    const photo = await photoWithPlace(format);
    expect((await sharp(photo).metadata()).exif?.toString('latin1')).toContain('SpyCam');
    const { id } = await typedDraft(resident);
    const file = await kept(await added(id, photo));
    expect(file).toMatchObject({ kind: 'image', contentType: 'image/webp', fileName: 'foto.webp', isPublic: false });
    const metadata = await sharp(file.bytes).metadata();
    expect(metadata).toMatchObject({ format: 'webp', width: 64, height: 48 });
    expect([metadata.exif, metadata.xmp, metadata.iptc]).toEqual([undefined, undefined, undefined]);
    expect(latin(file.bytes)).not.toMatch(/SpyCam|GPS|EXIF/);
  });

  test('is made small enough', async () => {
    const wide = await sharp({ create: { width: 4000, height: 1000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    const { id } = await typedDraft(resident);
    expect(await sharp((await kept(await added(id, wide))).bytes).metadata()).toMatchObject({
      width: 2000,
      height: 500,
    });
  });

  test('that unfolds to far more than it looks is refused', async () => {
    const bomb = await sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: '#000' } })
      .png()
      .toBuffer();
    expect(bomb.length).toBeLessThan(attachmentLimits.bytes);
    const { id } = await typedDraft(resident);
    expect(await add(id, bomb)).toEqual({ ok: false, reason: 'image-too-large' });
  });

  test('that stops halfway is refused', async () => {
    const photo = await photoWithPlace();
    const { id } = await typedDraft(resident);
    expect(await add(id, photo.subarray(0, photo.length / 2))).toEqual({ ok: false, reason: 'image-broken' });
  });
});

describe('a PDF', () => {
  test('loses maker, scripts, hidden files and remarks, and keeps its pages and links', async () => {
    const pdf = await loadedPdf();
    expect(latin(pdf)).toMatch(/Launch[^]*JavaScript|JavaScript[^]*Launch/);
    const { id } = await typedDraft(resident);
    const file = await kept(await added(id, pdf, 'begroting.pdf'));
    expect(file).toMatchObject({ kind: 'pdf', contentType: 'application/pdf', fileName: 'begroting.pdf' });
    const cleaned = await PDFDocument.load(file.bytes, { updateMetadata: false });
    expect(cleaned.getPageCount()).toBe(1);
    expect([cleaned.getAuthor(), cleaned.getTitle(), cleaned.getProducer()]).toEqual([undefined, undefined, undefined]);
    expect(cleaned.getAttachments()).toEqual([]);
    const plain = latin(await cleaned.save({ useObjectStreams: false }));
    expect(plain).not.toMatch(/JavaScript|Launch|app\.alert|EmbeddedFile|payload|remark-of-a-reader|SpyCam/);
    expect(plain).toContain('https://voorbeeld.nl');
    expect(plain).toContain('/DCTDecode');
  });

  test('that is locked is refused', async () => {
    const document = await PDFDocument.create();
    document.addPage();
    document.encrypt({ userPassword: 'geheim', ownerPassword: 'geheim' });
    const { id } = await typedDraft(resident);
    expect(await add(id, await document.save(), 'slot.pdf')).toEqual({ ok: false, reason: 'pdf-encrypted' });
  });

  test('that is broken is refused', async () => {
    const { id } = await typedDraft(resident);
    expect(await add(id, Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog'), 'half.pdf')).toEqual({
      ok: false,
      reason: 'pdf-broken',
    });
  });

  test('that unfolds to gigabytes is refused before it is read', async () => {
    const zeros = deflateSync(Buffer.alloc(60 * 1024 * 1024));
    const head = Buffer.from(
      `%PDF-1.7\n1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${zeros.length} >>\nstream\n`,
    );
    const bomb = Buffer.concat([head, zeros, Buffer.from('\nendstream\nendobj\n')]);
    const { id } = await typedDraft(resident);
    expect(await add(id, bomb, 'bom.pdf')).toEqual({ ok: false, reason: 'pdf-too-large' });
  });
});

describe('a file', () => {
  test.each([
    ['a script called foto.jpg', Buffer.from('<script>alert(1)</script>'), 'foto.jpg', 'file-type-refused'],
    [
      'an SVG called plan.png',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      'plan.png',
      'file-type-refused',
    ],
    [
      'a program called folder.pdf',
      Buffer.from('MZ\u0090\u0000\u0003\u0000\u0000\u0000'),
      'folder.pdf',
      'file-type-refused',
    ],
    ['nothing', Buffer.alloc(0), 'leeg.png', 'file-empty'],
    [
      "a telephone's HEIC",
      Buffer.from('\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000heicmif1', 'latin1'),
      'IMG_1.jpg',
      'file-heic',
    ],
    ['too much', Buffer.alloc(attachmentLimits.bytes + 1), 'groot.png', 'file-too-large'],
  ])('that is %s is refused', async (_, bytes, fileName, reason) => {
    const { id } = await typedDraft(resident);
    expect(await add(id, bytes, fileName)).toEqual({ ok: false, reason });
    expect(await own.database.attachment.count({ where: { initiativeId: id } })).toBe(0);
  });

  test('loses the path tricks in its name', async () => {
    const { id } = await typedDraft(resident);
    expect((await kept(await added(id, await photoWithPlace(), '../../etc/pass\u0000wd<script>.php'))).fileName).toBe(
      'passwdscript.webp',
    );
  });

  test('is not added twice, nor past the limit, also at the same instant', async () => {
    const { id } = await typedDraft(resident);
    const photos = await Promise.all(
      Array.from({ length: attachmentLimits.files + 1 }, (_, index) =>
        photoWithPlace('png', `#${(20 + index * 25).toString(16)}8040`),
      ),
    );
    for (const photo of photos.slice(0, -2)) await added(id, photo);
    expect(await add(id, photos[0] ?? Buffer.alloc(0))).toEqual({ ok: false, reason: 'file-already-there' });
    const last = await Promise.all(photos.slice(-2).map((photo) => add(id, photo)));
    expect(last.filter(({ ok }) => ok)).toHaveLength(1);
    expect(last.find(({ ok }) => !ok)).toMatchObject({ reason: 'too-many-files' });
  });

  test('of a draft exists for its owner only', async () => {
    const { id } = await typedDraft(resident);
    const file = await added(id, await photoWithPlace());
    expect(await attachmentFile(own.database, stranger.actor, file)).toBeNull();
    expect(await attachmentFile(own.database, visitor(true), file)).toBeNull();
    expect(await attachmentFile(own.database, resident.actor, '../etc')).toBeNull();
    expect(await add(id, await photoWithPlace(), 'x.jpg', stranger)).toEqual({
      ok: false,
      reason: 'initiative-unknown',
    });
    expect(await removeAttachment({ draftId: id, attachmentId: file }, stranger)).toEqual({
      ok: false,
      reason: 'initiative-unknown',
    });
    const theirs = await typedDraft(stranger);
    expect(await removeAttachment({ draftId: theirs.id, attachmentId: file }, stranger)).toEqual({
      ok: false,
      reason: 'attachment-unknown',
    });
    expect(
      await describeAttachments({ draftId: theirs.id, descriptions: new Map([[file, 'Gekaapt']]) }, stranger),
    ).toEqual({ ok: false, reason: 'attachment-unknown' });
    expect(
      await describeAttachments({ draftId: theirs.id, descriptions: new Map([['1; drop table', 'x']]) }, stranger),
    ).toEqual({ ok: false, reason: 'attachment-unknown' });
  });
});

describe('with a submitted plan', () => {
  test('files become public with the version that holds them, and go with the version that leaves them out', async () => {
    const everybody = visitor(true);
    const draft = await typedDraft(resident);
    const first = await added(draft.id, await photoWithPlace('png', '#aa0000'));
    const order = { draftId: draft.id, bodyId: alliantieId, position: 'none', disclosure: '', note: null } as const;
    const submitted = await submitInitiative({ ...order, revision: draft.revision, formKey: randomUUID() }, resident);
    expect(submitted).toMatchObject({ ok: true });
    expect(await attachmentFile(own.database, everybody, first)).toMatchObject({ isPublic: true });

    await startRevision({ initiativeId: draft.id }, resident);
    const second = await added(draft.id, await photoWithPlace('png', '#00aa00'));
    expect(await attachmentFile(own.database, everybody, second)).toBeNull();
    expect(await removeAttachment({ draftId: draft.id, attachmentId: first }, resident)).toEqual({
      ok: true,
      value: undefined,
    });
    expect(await attachmentFile(own.database, everybody, first)).toMatchObject({ isPublic: true });
    const view = await draftView(own.database, resident.actor, draft.id);
    expect(view?.attachments.map(({ id }) => id)).toEqual([second]);

    const revised = { ...order, revision: view?.revision ?? 0, formKey: randomUUID(), note: 'Zonder die foto' };
    expect(await submitInitiative(revised, resident)).toMatchObject({ ok: true });
    expect(await attachmentFile(own.database, everybody, first)).toBeNull();
    expect(await own.database.attachmentContent.count({ where: { attachmentId: first } })).toBe(0);
    expect(await attachmentFile(own.database, everybody, second)).toMatchObject({ isPublic: true });
  });

  test('a description that is too long is refused, not cut off', async () => {
    const { id } = await typedDraft(resident);
    const file = await added(id, await photoWithPlace());
    const outcome = await describeAttachments(
      { draftId: id, descriptions: new Map([[file, 'x'.repeat(301)]]) },
      resident,
    );
    expect(outcome).toMatchObject({ ok: false, reason: 'description-too-long' });
    expect((await draftView(own.database, resident.actor, id))?.attachments[0]?.description).toBe('Een gevel');
  });

  test('a picture without description is asked about', async () => {
    const draft = await typedDraft(resident);
    const id = await added(draft.id, await photoWithPlace());
    await describeAttachments({ draftId: draft.id, descriptions: new Map([[id, ' ']]) }, resident);
    const order = {
      draftId: draft.id,
      bodyId: alliantieId,
      position: 'none',
      disclosure: '',
      note: null,
      revision: draft.revision,
    } as const;
    expect(await submitInitiative({ ...order, formKey: randomUUID() }, resident)).toEqual({
      ok: false,
      reason: 'draft-incomplete',
    });
  });
});
