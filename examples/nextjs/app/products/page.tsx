import type { Metadata } from 'next';
import Link from 'next/link';
import { products } from '@/lib/products';
import { readWords } from '@/lib/read-words';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords()).shop.menu };
}

export default async function Page() {
  const words = await readWords();
  return (
    <>
      <h1>{words.shop.menu}</h1>
      <ul className="products">
        {products.map(({ id, price }) => {
          const { name, unit, picture } = words.products[id];
          return (
            <li key={id}>
              <Link href={`/products/${id}`} prefetch={false}>
                <img src={`/pictures/${id}`} alt={picture} width={480} height={400} />
                <b>{name}</b>
                <span>
                  {words.won(price)} <span className="soft">{unit}</span>
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </>
  );
}
