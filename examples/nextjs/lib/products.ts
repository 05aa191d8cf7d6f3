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
  {
    id: 'cream-bungeoppang',
    name: '슈크림 붕어빵',
    unit: '3마리 한 봉지',
    description: '바닐라를 넣고 매일 아침 끓인 슈크림이에요. 뜨거울 때는 조금 기다렸다 드세요.',
    price: 3500,
    pictureAlt: '노란 봉투에 담긴 슈크림 붕어빵 세 마리',
  },
  {
    id: 'hotteok',
    name: '씨앗 호떡',
    unit: '한 장',
    description: '흑설탕에 해바라기씨와 땅콩을 넣고 기름에 노릇하게 눌러 구워요.',
    price: 2500,
    pictureAlt: '접시에 담긴 동그란 씨앗 호떡',
  },
  {
    id: 'goguma',
    name: '군고구마',
    unit: '두 개',
    description: '해남 꿀고구마를 통에 넣고 한 시간 동안 구워요. 껍질째 종이에 싸 드려요.',
    price: 4000,
    pictureAlt: '김이 나는 군고구마 두 개',
  },
];

export const findProduct = (id: unknown): Product | undefined => products.find((product) => product.id === id);
