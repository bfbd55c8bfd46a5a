/** The capital by which people know a zone whose own city is another. */
const CAPITALS: Readonly<Record<string, string>> = { 'America/New_York': 'Washington' };

/** The plain name of an IANA zone: `America/New_York` is Washington, `Europe/Moscow` is Moscow. */
export function placeOf(zone: string): string {
  return CAPITALS[zone] ?? (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
