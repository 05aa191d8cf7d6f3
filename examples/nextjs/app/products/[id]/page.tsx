import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ProductView } from '@/components/product-view';
import { findProduct } from '@/lib/products';
import { readWords } from '@/lib/read-words';

interface PageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { products, shop } = await readWords();
  const product = findProduct((await params).id);
  return { title: product ? products[product.id].name : shop.notFound };
}

export default async function Page({ params }: PageProps) {
  const product = findProduct((await params).id);
  if (!product) notFound();
  return <ProductView product={product} />;
}
