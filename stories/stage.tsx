import type { ReactNode } from 'react';
import { InsteadProvider, type InsteadErrorCode, type PayRequest } from 'react-instead-pay';
import { createTestGateway, type TestGateway } from 'react-instead-pay/testing';

const DAY = 24 * 60 * 60 * 1000;

/** What the stories ask a friend to pay. */
export const makeRequest = (merchantUid = 'order-1042'): PayRequest => ({
  name: '김스테드',
  merchantUid,
  itemList: [{ itemName: '겨울 운동화', itemAmt: '1' }],
  payEndDttm: Date.now() + DAY,
  totalAmt: 3000,
});

/** A shop whose payment service is driven by hand. */
export function Stage({
  gateway,
  locale,
  children,
}: {
  gateway: TestGateway;
  locale: 'ko' | 'en';
  children: ReactNode;
}) {
  return (
    <InsteadProvider gateway={gateway} sandbox locale={locale}>
      {children}
    </InsteadProvider>
  );
}

/** What has to happen for a payment to come into a state: told to the gateway before the press. */
export interface Course {
  /** The script is still on its way. */
  isLoading?: boolean;
  then?: (gateway: TestGateway) => void;
}

export function createGatewayFor({ isLoading, then }: Course): TestGateway {
  const gateway = createTestGateway();
  if (isLoading) gateway.loading();
  then?.(gateway);
  return gateway;
}

export const failing = (code: InsteadErrorCode): Course => ({ then: (gateway) => gateway.failed(code) });
