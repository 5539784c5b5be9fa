import { PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import sharp from 'sharp';

/** A small photograph with the place where it was taken. */
export async function photoWithPlace(format: 'jpeg' | 'png' | 'webp' = 'jpeg', color = '#336644'): Promise<Buffer> {
  return sharp({ create: { width: 64, height: 48, channels: 3, background: color } })
    .withExif({
      IFD0: { Make: 'SpyCam' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 21/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '4/1 48/1 0/1' },
    })
    .toFormat(format)
    .toBuffer();
}

/** A PDF with a maker, a script that runs on opening, a hidden file, a remark, and a photograph with a place. */
export async function loadedPdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([300, 300]);
  page.drawImage(await document.embedJpg(await photoWithPlace()), { x: 10, y: 10 });
  document.setAuthor('Geheime Maker');
  document.setTitle('Geheime titel');
  document.addJavaScript('hello', 'app.alert("boo")');
  await document.attach(Buffer.from('hidden payload that must go'), 'payload.exe', {
    mimeType: 'application/octet-stream',
  });
  const { context } = document;
  document.catalog.set(PDFName.of('OpenAction'), context.obj({ S: 'Launch', F: PDFString.of('cmd.exe') }));
  const remark = context.obj({
    Type: 'Annot',
    Subtype: 'Text',
    T: PDFHexString.fromText('Geheime lezer'),
    Contents: PDFString.of('remark-of-a-reader'),
    Rect: [0, 0, 9, 9],
  });
  const link = context.obj({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [0, 0, 9, 9],
    A: { S: 'URI', URI: PDFString.of('https://voorbeeld.nl') },
  });
  const trap = context.obj({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [0, 0, 9, 9],
    A: { S: 'JavaScript', JS: PDFString.of('app.alert(2)') },
  });
  page.node.set(PDFName.of('Annots'), context.obj([context.register(remark), context.register(link), trap]));
  return document.save({ useObjectStreams: false });
}
