/** Returns whether one of this shop's own pages sent the request. Other sites can post here too, with the shopper's cookie. */
export function isOwnPage({ headers }: { headers: Headers }): boolean {
  const site = headers.get('sec-fetch-site');
  if (site) return site === 'same-origin';
  const origin = headers.get('origin');
  return origin !== null && URL.canParse(origin) && new URL(origin).host === headers.get('host');
}
