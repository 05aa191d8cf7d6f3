export type ProductId = 'bungeoppang' | 'cream-bungeoppang' | 'hotteok' | 'goguma';

/** What is sold. Names and descriptions are in `words/`. */
export interface Product {
  id: ProductId;
  /** Won, for one. */
  price: number;
}

/** The most that one order may hold of a product. */
export const MOST_OF_ONE = 9;

export const products: readonly [Product, ...Product[]] = [
  { id: 'bungeoppang', price: 3000 },
  { id: 'cream-bungeoppang', price: 3500 },
  { id: 'hotteok', price: 2500 },
  { id: 'goguma', price: 4000 },
];

export const findProduct = (id: unknown): Product | undefined => products.find((product) => product.id === id);
