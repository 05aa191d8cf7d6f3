import { expect, test, vi } from 'vitest';
import type { PayRequest } from '../../src/protocol/pay-request.ts';
import { startPayment } from '../../src/payment/payment.ts';
import { createManualAdapter } from '../support/manual-adapter.ts';
import { settled } from '../support/settled.ts';

test("the guide's example is sent to Instead unchanged, apart from a payEndDttm in the future", async () => {
  const log = vi.fn();
  // Copied from instead-guide.ko.txt, step 4, with payEndDttm moved into the future and console.log replaced by a spy.
  const request: PayRequest = {
    name: '김스테드',
    merchantUid: 'itsm_' + new Date().getTime(),
    itemList: [
      {
        itemName: '슬레진저 2017 신상 남여공용 운동화/스니커즈, 겨울 신상 특가 상품',
        imgUrl: '',
        itemAmt: 2000,
        orderUrl: 'https://www.instead-corp.co.kr',
      },
      {
        itemName: 'Shoes & Handbags',
        imgUrl: 'https://images-eu.ssl-images-amazon.com/images/G/31/img15/Shoes/CatNav/p._V293117552_.jpg',
        itemAmt: 1000,
        orderUrl: 'https://www.instead-corp.co.kr',
      },
    ],
    payEndDttm: '4102412400000',
    sandboxYn: '1',
    totalAmt: 3000,
    request_cb: function (res) {
      log(res.result + ',' + res.method);
    },
  };
  const adapter = createManualAdapter();

  // Without a default for sandboxYn: the example sets it.
  startPayment(adapter, request, {});
  await settled();

  const [sent] = adapter.popup.requests;
  expect(sent).toStrictEqual(request);
  expect(JSON.stringify(sent)).toBe(
    JSON.stringify(request, [
      'name',
      'merchantUid',
      'itemList',
      'itemName',
      'itemAmt',
      'imgUrl',
      'orderUrl',
      'payEndDttm',
      'sandboxYn',
      'totalAmt',
    ]),
  );
  sent?.request_cb?.({ result: 'success', method: 'kakao' });
  expect(log).toHaveBeenCalledWith('success,kakao');
});
