import type { Metadata } from 'next';
import { CartCheckout } from '@/components/cart-checkout';
import { readWords } from '@/lib/read-words';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords()).shop.cart };
}

export default async function Page() {
  const { shop } = await readWords();
  return (
    <div className="narrow">
      <h1>{shop.cart}</h1>
      <CartCheckout />
    </div>
  );
}
