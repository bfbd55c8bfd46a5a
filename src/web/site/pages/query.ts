/** What follows the question mark of an address. */

/** `?issuer=NATO&state=closed`, without what is absent; empty where nothing is there. */
export function queryText(values: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== '') query.set(name === 'text' ? 'q' : name, value);
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
