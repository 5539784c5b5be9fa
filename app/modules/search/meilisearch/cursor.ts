/** How far somebody came: hits that were shown. */
export function cursorOf(offset: number): string {
  return offset.toString(36);
}

/** Of a cursor that cannot be read, the first page. */
export function offsetOf(cursor: string | null, most: number): number {
  if (cursor === null || !/^[0-9a-z]{1,6}$/.test(cursor)) return 0;
  const offset = Number.parseInt(cursor, 36);
  return offset <= most ? offset : 0;
}
