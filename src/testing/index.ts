export { createMockAdapter, type MockAdapter } from './create-mock-adapter.ts';
export { testWebhookHandler } from './test-webhook-handler.ts';
export type { WebhookTestResult, WebhookTestReport } from './webhook-test-report.ts';
export type {
  TestLookup,
  TestOrder,
  TestOrderState,
  TestRoute,
  TestWebhookHandlerOptions,
} from './test-webhook-handler-options.ts';
