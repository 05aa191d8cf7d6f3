/** Returns a URL without what may be a secret: the values of its query. Returns `''` for `''`. */
export function maskUrl(address: string): string {
  if (!address) return '';
  const url = new URL(address);
  for (const name of new Set(url.searchParams.keys())) url.searchParams.set(name, '***');
  return url.href;
}
