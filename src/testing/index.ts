export { createTestGateway, type TestGateway } from './create-test-gateway.ts';
export { testInsteadHook } from './test-instead-hook.ts';
export type { InsteadHookLine, InsteadHookReport } from './hook-report.ts';
export type { HookLookup, HookOrder, HookOrderState, HookRoute, TestInsteadHookOptions } from './hook-shop.ts';
