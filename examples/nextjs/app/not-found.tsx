import type { Metadata } from 'next';
import Link from 'next/link';
import { readWords } from '@/lib/read-words';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords()).shop.notFound };
}

export default async function NotFound() {
  const { shop } = await readWords();
  return (
    <div className="narrow">
      <h1>{shop.notFound}</h1>
      <p>{shop.notFoundHint}</p>
      <Link className="more" href="/" prefetch={false}>
        {shop.back}
      </Link>
    </div>
  );
}
