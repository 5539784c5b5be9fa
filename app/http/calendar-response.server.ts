/** A calendar file; public, so that calendars may keep it for a while. @param fileName without its ending, letters and dashes only */
export function calendarResponse(calendar: string, fileName: string): Response {
  return new Response(calendar, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fileName}.ics"`,
      'Cache-Control': 'public, max-age=300',
    },
  });
}
