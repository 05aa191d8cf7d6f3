import type { Metadata } from 'next';
import Link from 'next/link';
import { products } from '@/lib/products';
import { won } from '@/lib/won';

export const metadata: Metadata = { title: '메뉴' };

export default function Page() {
  return (
    <>
      <h1>메뉴</h1>
      <ul className="products">
        {products.map(({ id, name, unit, price, pictureAlt }) => (
          <li key={id}>
            <Link href={`/products/${id}`} prefetch={false}>
              <img src={`/pictures/${id}`} alt={pictureAlt} width={480} height={400} />
              <b>{name}</b>
              <span>
                {won(price)} <span className="soft">{unit}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
