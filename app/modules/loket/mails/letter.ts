export { mailOf, type LetterLink } from '#app/platform/mail-letter.ts';
