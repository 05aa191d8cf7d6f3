// The type of every name of react-instead-pay/testing. Checked by `tsc` and never run.
import { expectTypeOf } from 'vitest';
import type { InsteadAdapter, PayRequest, ShareMethod } from 'react-instead-pay';
import type { WebhookHandler, WebhookStatus } from 'react-instead-pay/server';
import {
  createMockAdapter,
  testWebhookHandler,
  type MockAdapter,
  type TestLookup,
  type TestOrder,
  type TestOrderState,
  type TestRoute,
  type TestWebhookHandlerOptions,
  type WebhookTestReport,
  type WebhookTestResult,
} from 'react-instead-pay/testing';

expectTypeOf(createMockAdapter).returns.toEqualTypeOf<MockAdapter>();
expectTypeOf<MockAdapter>().toExtend<InsteadAdapter>();
expectTypeOf<MockAdapter['send']>().parameters.toEqualTypeOf<[method?: ShareMethod]>();
expectTypeOf<MockAdapter['requests']>().toEqualTypeOf<readonly PayRequest[]>();

expectTypeOf(testWebhookHandler).parameters.toEqualTypeOf<[route: TestRoute, options: TestWebhookHandlerOptions]>();
expectTypeOf(testWebhookHandler).returns.resolves.toEqualTypeOf<WebhookTestReport>();
expectTypeOf<WebhookHandler>().toExtend<TestRoute>();
expectTypeOf<TestWebhookHandlerOptions['setLookup']>().parameter(0).toEqualTypeOf<TestLookup>();
expectTypeOf<TestOrder>().toEqualTypeOf<{ merchantUid: string; totalAmt: number }>();
expectTypeOf<TestOrderState['status']>().toEqualTypeOf<WebhookStatus | 'waiting'>();
expectTypeOf<TestLookup>().parameter(0).toExtend<{ insteadUid: string }>();
expectTypeOf<WebhookTestReport['results']>().toEqualTypeOf<readonly WebhookTestResult[]>();
expectTypeOf<WebhookTestResult['passed']>().toEqualTypeOf<boolean>();
