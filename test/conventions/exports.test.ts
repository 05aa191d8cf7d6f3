import ts from 'typescript';
import { expect, test } from 'vitest';

/** What each entry exports. A name that is added, renamed or lost has to be written down here as well. */
const EXPORTS = {
  'src/index.ts': {
    values: [
      'InsteadError',
      'InsteadProvider',
      'PayButton',
      'PayDeadline',
      'PayOverlay',
      'createInsteadClient',
      'detectInAppBrowser',
      'isInsteadError',
      'useCurrentPayment',
      'useInsteadPay',
      'useInsteadScript',
      'useOrderStatus',
    ],
    types: [
      'CancelReason',
      'InAppBrowser',
      'InsteadAdapter',
      'InsteadClient',
      'InsteadClientOptions',
      'InsteadErrorCode',
      'InsteadEvent',
      'InsteadIssue',
      'InsteadProviderProps',
      'Locale',
      'OrderReport',
      'OrderStatus',
      'OrderStatusOptions',
      'Pay',
      'PayButtonProps',
      'PayCallbacks',
      'PayDeadlineProps',
      'PayItem',
      'PayLabels',
      'PayOutcome',
      'PayOverlayProps',
      'PayRequest',
      'PayRequestInput',
      'PayState',
      'PayStatus',
      'SandboxYn',
      'ScriptResult',
      'ScriptStatus',
      'ShareMethod',
      'UseInsteadPayResult',
      'UseOrderStatusResult',
    ],
  },
  'src/server/index.ts': {
    values: ['InsteadError', 'createWebhookHandler', 'detectInAppBrowser', 'isInsteadError', 'parseWebhook'],
    types: [
      'InAppBrowser',
      'InsteadErrorCode',
      'PaymentLookup',
      'VerifiedPayment',
      'WebhookHandler',
      'WebhookHandlerOptions',
      'WebhookPayload',
      'WebhookRejection',
      'WebhookResult',
      'WebhookStatus',
    ],
  },
  'src/emulator/index.ts': {
    values: ['createEmulator', 'emulatorCancel', 'emulatorLookup'],
    types: [
      'DeliveryMode',
      'Emulator',
      'EmulatorCancellation',
      'EmulatorFaults',
      'EmulatorOptions',
      'EmulatorPayment',
      'EmulatorSettings',
      'EmulatorStorage',
      'InvalidBody',
      'PaymentMethod',
    ],
  },
  'src/testing/index.ts': {
    values: ['createMockAdapter', 'testWebhookHandler'],
    types: [
      'MockAdapter',
      'TestLookup',
      'TestOrder',
      'TestOrderState',
      'TestRoute',
      'TestWebhookHandlerOptions',
      'WebhookTestReport',
      'WebhookTestResult',
    ],
  },
} satisfies Record<string, { values: string[]; types: string[] }>;

const program = ts.createProgram(Object.keys(EXPORTS), {
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  jsx: ts.JsxEmit.ReactJSX,
  allowImportingTsExtensions: true,
  noEmit: true,
  skipLibCheck: true,
});
const checker = program.getTypeChecker();

test.each(Object.entries(EXPORTS))('%s exports these names', (path, expected) => {
  const symbols = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(path)!)!);
  const isValue = (symbol: ts.Symbol) => {
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    return (target.flags & ts.SymbolFlags.Value) !== 0;
  };
  const names = (kind: boolean) =>
    symbols
      .filter((symbol) => isValue(symbol) === kind)
      .map(({ name }) => name)
      .sort();
  expect({ values: names(true), types: names(false) }).toEqual(expected);
});
