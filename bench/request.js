/** The request of the guide's example. */
export const makeRequest = (merchantUid) => ({
  name: '김스테드',
  merchantUid,
  itemList: [{ itemName: '겨울 운동화', itemAmt: '1', imgUrl: '', orderUrl: 'https://shop.example/shoes' }],
  payEndDttm: String(Date.now() + 60 * 60 * 1000),
  sandboxYn: '1',
  totalAmt: 3000,
});
