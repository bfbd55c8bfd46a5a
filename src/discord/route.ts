/** The route of a request without its ids, for the log. */

/** The path of a request without what it is about: `/channels/:id/messages`, `/interactions/:id/:token/callback`. */
export function routeOf(url: string): string {
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/s, '');
  return path
    .replace(/^\/api(?:\/v\d+)?(?=\/)/, '')
    .replace(/(\/(?:interactions|webhooks)\/)[^/]+\/[^/]+/, '$1:id/:token')
    .replaceAll(/\/\d+(?=\/|$)/g, '/:id')
    .slice(0, 200);
}
