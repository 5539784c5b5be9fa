import { SaxesParser } from 'saxes';
import { tidied, type Block } from './block.ts';

/**
 * The HTML that a document was turned into, in blocks. It is well-formed and knows few tags; what it has besides those is read as text.
 * @throws Error when it is not well-formed
 */
export function blocksOfHtml(html: string): Block[] {
  const blocks: Block[] = [];
  let text = '';
  let depth = 0;
  let rows: string[][] | null = null;
  let tables = 0;
  const close = (kind: 'heading' | 'paragraph' | 'item') => {
    const whole = text
      .split('\n')
      .map(tidied)
      .filter((line) => line !== '')
      .join('\n');
    text = '';
    if (whole === '') return;
    blocks.push(kind === 'item' ? { kind, text: whole, depth } : { kind, text: whole });
  };
  const parser = new SaxesParser({ fragment: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', (piece) => {
    text += piece.replaceAll('\n', ' ');
  });
  parser.on('opentag', ({ name }) => {
    if (name === 'br') text += '\n';
    if (name === 'table') {
      tables += 1;
      if (tables === 1) {
        close('paragraph');
        rows = [];
      }
    }
    if (tables > 0) {
      if (tables === 1 && name === 'tr') rows?.push([]);
      return;
    }
    if (name === 'ul' || name === 'ol') {
      close(depth > 0 ? 'item' : 'paragraph');
      depth += 1;
    }
  });
  parser.on('closetag', ({ name }) => {
    if (tables > 0) {
      if (name === 'p' || name === 'li') text += '\n';
      if (tables === 1 && (name === 'td' || name === 'th')) {
        rows?.at(-1)?.push(
          text
            .split('\n')
            .map(tidied)
            .filter((line) => line !== '')
            .join('\n'),
        );
        text = '';
      }
      if (name === 'table') {
        tables -= 1;
        if (tables === 0 && rows !== null) {
          const filled = rows.filter((row) => row.some((cell) => cell !== ''));
          if (filled.length > 0) blocks.push({ kind: 'table', rows: filled });
          rows = null;
        }
      }
      return;
    }
    if (/^h[1-6]$/u.test(name)) close('heading');
    if (name === 'p') close(depth > 0 ? 'item' : 'paragraph');
    if (name === 'li') close('item');
    if (name === 'ul' || name === 'ol') depth -= 1;
  });
  parser.write(html).close();
  close('paragraph');
  return blocks;
}
