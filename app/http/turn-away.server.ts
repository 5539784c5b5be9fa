const words = {
  400: 'Dit verzoek klopt niet. / This request is not right.',
  403: 'Dit mag je niet bekijken. / You may not see this.',
  404: 'Deze pagina is er niet. / This page does not exist.',
  413: 'Dit is te groot. / This is too large.',
} as const;

/**
 * What a loader or action throws when there is nothing to show. A page replaces it by the error page of its language; a
 * route without a page (a file, JSON) answers with these words.
 */
export function turnAway(status: keyof typeof words): Response {
  return new Response(words[status], { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
