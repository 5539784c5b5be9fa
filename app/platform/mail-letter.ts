import type { Mail } from './mail.server.ts';

/** A link in a letter: shown as a button in HTML, as words and address in plain text. */
export type LetterLink = { words: string; href: string };

/** What a letter says, in order; the same in plain text and in HTML. */
export type Letter = {
  language: 'nl' | 'en';
  to: string;
  subject: string;
  greeting: string;
  /** Ordinary sentences, each a paragraph. */
  opening: readonly string[];
  /** Words of somebody else, with what they are: "De vraag:". */
  quotes: readonly { label: string; text: string }[];
  closing: readonly string[];
  links: readonly LetterLink[];
  signOff: string;
  footer: string;
};

const longestSubject = 150;

/** Turns a letter into a mail. Everything in it counts as plain text: nothing can become markup or a header. */
export function mailOf(letter: Letter): Mail {
  return {
    to: oneLine(letter.to),
    subject: shortened(oneLine(letter.subject), longestSubject),
    text: plainText(letter),
    html: html(letter),
  };
}

function plainText(letter: Letter): string {
  const parts = [
    letter.greeting,
    ...letter.opening,
    ...letter.quotes.map(({ label, text }) => `${label}\n${quoted(text)}`),
    ...letter.closing,
    ...letter.links.map(({ words, href }) => `${words}:\n${href}`),
    letter.signOff,
    `--\n${letter.footer}`,
  ];
  return `${parts.map(withoutControls).join('\n\n')}\n`;
}

function quoted(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => `> ${line}`)
    .join('\n');
}

function html(letter: Letter): string {
  const paragraph = (text: string) => `<p>${escaped(text)}</p>`;
  const body = [
    paragraph(letter.greeting),
    ...letter.opening.map(paragraph),
    ...letter.quotes.map(({ label, text }) => `<p>${escaped(label)}</p><blockquote>${escaped(text)}</blockquote>`),
    ...letter.closing.map(paragraph),
    ...letter.links.map(({ words, href }) => `<p><a href="${escaped(href)}">${escaped(words)}</a></p>`),
    paragraph(letter.signOff),
    `<hr><p><small>${escaped(letter.footer)}</small></p>`,
  ].join('\n');
  const subject = escaped(oneLine(letter.subject));
  return `<!doctype html>
<html lang="${letter.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${subject}</title></head>
<body>
${body}
</body>
</html>
`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return withoutControls(text)
    .replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')
    .replaceAll(/\r\n|\r|\n/g, '<br>');
}

/** Line ends and tabs stay; other control characters, and those that turn the direction of text, go. */
function withoutControls(text: string): string {
  return text.replaceAll(/[^\P{Cc}\n\r\t]|[\u202a-\u202e\u2066-\u2069]/gu, '');
}

/** Text for a header: no line end can begin another header. */
function oneLine(text: string): string {
  return withoutControls(text).replaceAll(/\s+/g, ' ').trim();
}

function shortened(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}
