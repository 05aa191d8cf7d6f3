import { readAdmin } from './admin';
import { isOwnPage } from './is-own-page';

/** Returns who of the staff sent a request from the shop's own page, or the response for everybody else. */
export async function refuseStranger(request: Request): Promise<string | Response> {
  if (!isOwnPage(request)) return Response.json({ error: 'not from here' }, { status: 403 });
  return (await readAdmin()) ?? Response.json({ error: 'for the staff only' }, { status: 401 });
}
