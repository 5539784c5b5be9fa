/** The proof that something stands in the log, as a file. It changes as the log grows; every one stays right. */
export function proofResponse(text: string, fileName: string): Response {
  return new Response(text, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `inline; filename="${fileName}.json"`,
      'Cache-Control': 'public, no-cache',
      'Access-Control-Allow-Origin': '*',
    },
  });
}
