import { en, ja, ko, zhCN, type OrderWords, type PaymentWords, type PayLocale } from 'react-instead-pay/locales';
import { expectTypeOf } from 'vitest';

expectTypeOf(ko).toEqualTypeOf<PayLocale>();
expectTypeOf(en).toEqualTypeOf<PayLocale>();
expectTypeOf(ja).toEqualTypeOf<PayLocale>();
expectTypeOf(zhCN).toEqualTypeOf<PayLocale>();
expectTypeOf<PayLocale>().toExtend<PaymentWords & OrderWords>();
expectTypeOf<PayLocale['formatWon']>().toEqualTypeOf<(amount: number) => string>();
expectTypeOf<OrderWords['formatTimeLeft']>().toEqualTypeOf<(ms: number) => string>();

// A locale with a missing text does not compile.
expectTypeOf<Omit<PayLocale, 'sent'>>().not.toExtend<PayLocale>();
expectTypeOf<Omit<PaymentWords, 'openInTab'>>().not.toExtend<PaymentWords>();
