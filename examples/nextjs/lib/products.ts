export interface Product {
  id: string;
  name: string;
  unit: string;
  description: string;
  /** Won, for one. */
  price: number;
  pictureAlt: string;
}

/** The most that one order may hold of a product. */
export const MOST_OF_ONE = 9;

export const products: readonly [Product, ...Product[]] = [
  {
    id: 'bungeoppang',
    name: '팥 붕어빵',
    unit: '3마리 한 봉지',
    description: '주문이 들어오면 굽기 시작해요. 꼬리 끝까지 국산 팥을 채워서, 식어도 바삭하고 든든해요.',
    price: 3000,
    pictureAlt: '종이봉투에 담긴 갓 구운 붕어빵 세 마리',
  },
];

export const findProduct = (id: unknown): Product | undefined => products.find((product) => product.id === id);
