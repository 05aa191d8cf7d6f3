import { pictures } from '@/lib/pictures';

/** A product's picture as a separate file, for the payer's page. */
export async function GET(_request: Request, { params }: { params: Promise<{ product: string }> }): Promise<Response> {
  const { product } = await params;
  const picture = Object.hasOwn(pictures, product) ? pictures[product] : undefined;
  if (!picture) return new Response(null, { status: 404 });
  return new Response(picture, {
    headers: {
      'Content-Type': 'image/svg+xml',
      'Content-Security-Policy': "default-src 'none'",
      'Cache-Control': 'public, max-age=3600',
    },
  });
}
