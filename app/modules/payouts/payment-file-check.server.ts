import { SaxesParser } from 'saxes';
import { memoryPages, validateXML } from 'xmllint-wasm';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { paymentFileSchema } from './schemas/pain-001-001-09.ts';

/** `file-off-schema` says in its detail in which element; what stands there is private and stays out. */
export type PaymentFileFault = 'file-off-schema' | 'file-adds-up-wrong' | 'file-id-twice';

/**
 * Judges a payment file before it is given out, without trusting who wrote it: by our schema (libxml2 in a thread of its
 * own), and by counting and adding up its payments once more.
 * @param schema another schema for the same file, for who has the official one
 */
export async function checkPaymentFile(
  xml: string,
  schema = paymentFileSchema,
): Promise<Outcome<void, PaymentFileFault>> {
  const bytes = Buffer.byteLength(xml);
  const result = await validateXML({
    xml: [{ fileName: 'file.xml', contents: xml }],
    schema: [{ fileName: 'schema.xsd', contents: schema }],
    // reads and judges in one go, so that it never holds the whole tree
    stream: true,
    initialMemoryPages: memoryPages.defaultInitialMemoryPages,
    maxMemoryPages: memoryPages.defaultMaxMemoryPages + Math.ceil((4 * bytes) / 65_536),
  }).catch((fault: unknown) => {
    if (fault instanceof Error && 'code' in fault && fault.code === notXml) return { valid: false, errors: [] };
    // the library's own message quotes the file
    throw new Error('the payment file could not be judged');
  });
  if (result.valid) return recount(xml);
  const element = /[Ee]lement '(?:\{[^}]*\})?(\w+)'/.exec(result.errors[0]?.rawMessage ?? '')?.[1] ?? '?';
  return refused('file-off-schema', { element });
}

/** How xmllint ends where a file cannot be read as XML at all. */
const notXml = 1;

/** Adds up the payments in cents, without the numbers of JavaScript, and compares with what both levels say. */
function recount(xml: string): Outcome<void, PaymentFileFault> {
  const stated: string[] = [];
  const ids = new Set<string>();
  let payments = 0;
  let sum = 0n;
  let text = '';
  const parser = new SaxesParser({ position: false });
  parser.on('opentag', () => {
    text = '';
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'NbOfTxs' || name === 'CtrlSum') stated.push(text);
    else if (name === 'InstdAmt') sum += BigInt(text.replace('.', ''));
    else if (name === 'EndToEndId') ids.add(text);
    else if (name === 'CdtTrfTxInf') payments += 1;
  });
  parser.write(xml).close();
  if (ids.size !== payments) return refused('file-id-twice');
  const digits = String(sum).padStart(3, '0');
  const right = [String(payments), `${digits.slice(0, -2)}.${digits.slice(-2)}`];
  return stated.join(' ') === [...right, ...right].join(' ') ? accepted() : refused('file-adds-up-wrong');
}
