export type { OrderWords, PaymentWords, PayLocale } from './pay-locale.ts';
export { ko } from './ko.ts';
export { en } from './en.ts';
export { ja } from './ja.ts';
export { zhCN } from './zh-cn.ts';
