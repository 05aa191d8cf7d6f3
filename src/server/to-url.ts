import { wrongType } from './wrong-type.ts';

/**
 * Returns the URL of a request.
 *
 * @throws `TypeError` that names what to pass, for a framework's event or a relative URL.
 */
export function toUrl(request: Pick<Request, 'url'>): URL {
  try {
    // By shape rather than by class: a framework's request may come from another global scope.
    if (typeof request.url === 'string') return new URL(request.url);
  } catch {
    // The error of `new URL` does not name what to pass.
  }
  throw wrongType('request', '`Request` with an absolute URL', 'request');
}
