export { createInsteadHook, type InsteadHook } from './hook-handler.ts';
export type { InsteadHookOptions, InsteadLookup, InsteadPayment } from './hook-options.ts';
export { readNotice } from './read-notice.ts';
export { InsteadError, isInsteadError, type InsteadErrorCode } from '../errors.ts';
export type { InsteadNotice, NoticeStatus } from '../protocol/hook-notice.ts';
