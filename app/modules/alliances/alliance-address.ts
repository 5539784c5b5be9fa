/** The year of the plan in the address of a wijkalliantie; null: none, or nothing that can be one. */
export function readAllianceYear(address: URLSearchParams): number | null {
  const typed = address.get('jaar') ?? '';
  return /^20\d{2}$/.test(typed) ? Number(typed) : null;
}
