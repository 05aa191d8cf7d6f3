import { z } from 'zod';
import { letIn, letOut } from '@/lib/admin';
import { isOwnPage } from '@/lib/is-own-page';
import { readBody } from '@/lib/read-body';

const login = z.object({ key: z.string().min(1).max(500) });

/** Opens the admin page to who shows the key. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnPage(request)) return Response.json({ error: 'not from here' }, { status: 403 });
  const { data } = login.safeParse(await readBody(request));
  if (!data) return Response.json({ error: 'no key' }, { status: 400 });
  if (!(await letIn(data.key))) return Response.json({ error: 'another key' }, { status: 401 });
  return new Response(null, { status: 204 });
}

export async function DELETE(request: Request): Promise<Response> {
  if (!isOwnPage(request)) return Response.json({ error: 'not from here' }, { status: 403 });
  await letOut();
  return new Response(null, { status: 204 });
}
