import type { Request, Response } from 'express';
import { translatorOf } from '#app/i18n/all.server.ts';
import { localeOf } from '#app/i18n/locale.ts';
import type { Texts } from '#app/i18n/texts.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => escapes[character] ?? '');

/** A page that needs nothing: for what is refused before Remix sees it, and for when Remix itself fails. */
export function sendPlainPage(
  request: Request,
  response: Response,
  status: number,
  page: keyof Texts['errors'],
  reference?: string,
): void {
  const locale = localeOf({
    cookie: request.headers.cookie ?? null,
    acceptLanguage: request.headers['accept-language'] ?? null,
  });
  const t = translatorOf(locale);
  const title = escaped(t(`errors:${page}.title`));
  const lines = [
    t(`errors:${page}.text`),
    ...(reference === undefined ? [] : [t('errors:failed.reference', { reference })]),
  ];
  response.status(status).type('html').setHeader('Cache-Control', 'no-store');
  response.send(`<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} · Wijkbeurs</title></head>
<body>
<main>
<h1>${title}</h1>
${lines.map((line) => `<p>${escaped(line)}</p>`).join('\n')}
<p><a href="/">Wijkbeurs</a></p>
</main>
</body>
</html>
`);
}
