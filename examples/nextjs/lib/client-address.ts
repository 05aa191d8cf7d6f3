import { getSecret } from './secrets';
import { sign } from './signature';

/** Set by `watch-requests.ts` on every request, to the address at the other end of the connection. */
export const PEER_HEADER = 'x-shop-peer';

/**
 * Returns the addresses that a request came through, the nearest last. All but the last are what a client wrote into
 * `X-Forwarded-For`.
 */
export function readAddresses(headers: Headers): string[] {
  const forwarded = headers.get('x-forwarded-for')?.split(',') ?? [];
  const peer = headers.get(PEER_HEADER);
  // Without a proxy Next itself writes the peer there.
  const all = peer === null ? forwarded : [...forwarded, peer];
  return all.map((address) => address.trim().replace(/^::ffff:/i, '')).filter(Boolean);
}

/**
 * Returns a hash of the client's address: the shop counts orders by it and does not store where shoppers live. Behind proxies
 * that write `X-Forwarded-For`, TRUSTED_PROXIES is their number.
 */
export async function readClientAddress(headers: Headers): Promise<string> {
  const addresses = readAddresses(headers);
  const hops = Number(process.env.TRUSTED_PROXIES || 0);
  const address = addresses.at(-1 - hops) ?? addresses[0] ?? '';
  return sign(await getSecret('address'), toNetwork(address)).slice(0, 22);
}

/** One customer has a whole /64 of IPv6, the first four groups of an address. */
function toNetwork(address: string): string {
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('%')[0]!.split('::');
  const first = head ? head.split(':') : [];
  const last = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  return [...first, ...Array<string>(zeros).fill('0'), ...last].slice(0, 4).join(':');
}

/** Whether a name is this machine's own. With or without a port. */
export function isLoopbackName(name: string): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(name.trim());
}

const isLoopbackAddress = (address: string): boolean => address === '::1' || /^127\.\d+\.\d+\.\d+$/.test(address);

/**
 * Whether a request was made on this machine, to this machine. Every name and address in any header has to be loopback: a
 * stranger writes one of them, and a proxy writes the others.
 */
export function isFromThisMachine(headers: Headers): boolean {
  const names = [headers.get('host'), headers.get('x-forwarded-host')].flatMap((value) => value?.split(',') ?? []);
  return (
    headers.has('host') &&
    !headers.has('forwarded') &&
    names.every(isLoopbackName) &&
    readAddresses(headers).every(isLoopbackAddress)
  );
}
