import { separateThousands } from './format.ts';
import { koOrder, koPayment } from './ko-words.ts';
import type { PayLocale } from './pay-locale.ts';

/** Korean, which the components use without a `locale`. */
export const ko: PayLocale = {
  ...koPayment,
  ...koOrder,
  formatWon: (amount) => `${separateThousands(amount)}원`,
};
