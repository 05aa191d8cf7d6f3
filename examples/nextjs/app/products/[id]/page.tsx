import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ProductView } from '@/components/product-view';
import { findProduct } from '@/lib/products';

interface PageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: findProduct((await params).id)?.name };
}

export default async function Page({ params }: PageProps) {
  const product = findProduct((await params).id);
  if (!product) notFound();
  return <ProductView product={product} />;
}
