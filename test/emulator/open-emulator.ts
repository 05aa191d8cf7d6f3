import { createEmulator, type EmulatorOptions } from 'react-instead-pay/emulator';

const ORIGIN = 'http://localhost';

/** The guide's example, with an expiration in the future. */
export const createRequest = (change: Record<string, unknown> = {}) => ({
  name: '김스테드',
  merchantUid: 'order-1',
  itemList: [
    {
      itemName: '슬레진저 2017 신상 남여공용 운동화',
      imgUrl: '',
      itemAmt: 2000,
      orderUrl: 'https://www.instead-corp.co.kr',
    },
    { itemName: 'Shoes & Handbags', itemAmt: 1000 },
  ],
  payEndDttm: String(Date.now() + 24 * 60 * 60 * 1000),
  sandboxYn: '1',
  totalAmt: 3000,
  ...change,
});

/** Opens an emulator, with functions for the requests of the shop, the shopper and the payer. */
export function openEmulator(options: EmulatorOptions = {}) {
  const emulator = createEmulator(options);
  const fetch = (path: string, init?: RequestInit) => emulator.fetch(new Request(ORIGIN + path, init));
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const text = async (path: string) => (await fetch(path)).text();

  async function token(): Promise<string> {
    return ((await (await post('/api/token', { client_id: 'my-shop' })).json()) as { access_token: string })
      .access_token;
  }
  async function session(change: Record<string, unknown>, bearer?: string) {
    return post('/api/session', createRequest(change), { authorization: `Bearer ${bearer ?? (await token())}` });
  }
  return {
    emulator,
    fetch,
    post,
    text,
    token,
    session,
    /** Creates a payment that is waiting. */
    async payment(change: Record<string, unknown> = {}) {
      const { session_id } = (await (await session(change)).json()) as { session_id: string };
      const page = await text(`/api/pay?session_id=${session_id}`);
      return { sessionId: session_id, uid: /\/checkout\/(instead_\w+)"/.exec(page)![1]!, page };
    },
    pay: (uid: string, method = 'card') =>
      fetch(`/checkout/${uid}/pay`, { method: 'POST', body: new URLSearchParams({ method }) }),
    decline: (uid: string) => fetch(`/checkout/${uid}/decline`, { method: 'POST' }),
    async lookUp(uid: string) {
      return (await (await fetch(`/api/payments/${uid}`)).json()) as Record<string, unknown>;
    },
  };
}
