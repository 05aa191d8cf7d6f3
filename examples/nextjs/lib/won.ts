/** `3000` as `3,000원`. */
export const won = (amount: number): string => `${amount.toLocaleString('ko-KR')}원`;
