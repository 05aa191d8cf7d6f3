import type { ReactElement } from 'react';
import { InsteadBoot, type InsteadBootProps } from 'react-instead-pay/boot';
import { expectTypeOf } from 'vitest';

expectTypeOf(InsteadBoot).parameters.toEqualTypeOf<[props: InsteadBootProps]>();
expectTypeOf(InsteadBoot).returns.toExtend<ReactElement | null>();
expectTypeOf<{ clientId: string }>().toExtend<InsteadBootProps>();
expectTypeOf<{ nonce: string }>().not.toExtend<InsteadBootProps>();
