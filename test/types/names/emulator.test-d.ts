// The type of every name of react-instead-pay/emulator. Checked by `tsc` and never run.
import { expectTypeOf } from 'vitest';
import type { ReconcileOptions } from 'react-instead-pay/server';
import {
  createEmulator,
  emulatorCancel,
  emulatorLookup,
  emulatorLookupByOrder,
  type DeliveryMode,
  type Emulator,
  type EmulatorCancellation,
  type EmulatorFaults,
  type EmulatorOptions,
  type EmulatorOrderPayment,
  type EmulatorPayment,
  type EmulatorSettings,
  type EmulatorStorage,
  type InvalidBody,
  type PaymentMethod,
} from 'react-instead-pay/emulator';

expectTypeOf(createEmulator).parameters.toEqualTypeOf<[options?: EmulatorOptions]>();
expectTypeOf(createEmulator).returns.toEqualTypeOf<Emulator>();
expectTypeOf<Emulator['fetch']>().toEqualTypeOf<(request: Request) => Promise<Response>>();
expectTypeOf<Emulator['setFaults']>().parameter(0).toEqualTypeOf<Partial<EmulatorFaults>>();
expectTypeOf<Partial<EmulatorSettings>>().toExtend<EmulatorOptions>();
expectTypeOf<EmulatorSettings['methods']>().toEqualTypeOf<readonly PaymentMethod[]>();
expectTypeOf<EmulatorSettings['delivery']>().toEqualTypeOf<DeliveryMode>();
expectTypeOf<EmulatorFaults['tokenBody']>().toEqualTypeOf<InvalidBody>();
expectTypeOf<DeliveryMode>().toEqualTypeOf<'normal' | 'resend' | 'three_at_once' | 'out_of_order' | 'late'>();
expectTypeOf<InvalidBody>().toEqualTypeOf<'json' | 'html' | 'empty'>();
expectTypeOf<PaymentMethod>().toEqualTypeOf<'card' | 'mobile' | 'transfer'>();
expectTypeOf(emulatorLookup('')).returns.resolves.toEqualTypeOf<EmulatorPayment | null>();
expectTypeOf(emulatorLookup('')).parameter(0).toEqualTypeOf<{ insteadUid: string }>();
expectTypeOf(emulatorLookupByOrder('')).toExtend<ReconcileOptions['lookupByOrder']>();
expectTypeOf(emulatorLookupByOrder('')).returns.resolves.toEqualTypeOf<EmulatorOrderPayment[]>();
expectTypeOf(emulatorCancel('')).returns.resolves.toEqualTypeOf<EmulatorCancellation>();
expectTypeOf<EmulatorPayment['amount']>().toEqualTypeOf<number>();
expectTypeOf<EmulatorStorage['read']>().returns.toEqualTypeOf<string | null>();
