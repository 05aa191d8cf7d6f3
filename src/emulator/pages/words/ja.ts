import type { PageWords } from './page-words.ts';

export const ja: PageWords = {
  languageName: '日本語',
  languages: '言語',
  emulated: '模擬決済',
  noMoney: '模擬決済です。実際の請求はありません',
  won: (amount) => `${amount}ウォン`,
  inKorea: (dateAndTime) => `${dateAndTime}（韓国時間）`,
  dateStyle: 'long',

  close: '閉じる',
  closeYourself: 'ブラウザーでこのウィンドウを閉じてください。',
  back: '戻る',
  pageNotFound: '模擬決済：ページが見つかりません。',
  paymentNotFound: ['お支払いの依頼が見つかりません', 'アドレスをご確認ください。'],

  card: { label: 'お支払い内容', total: 'お支払い合計', payableUntil: (date) => `お支払い期限：${date}` },
  statuses: {
    waiting: '支払い待ち',
    paid: '支払い済み',
    cancelled: '取り消し済み',
    failed: '支払い失敗',
    expired: '期限切れ',
  },
  methods: { card: 'カード', mobile: '携帯電話', transfer: '銀行振込' },

  share: {
    title: 'お支払いのお願い',
    heading: (name) => `${name}さん、どなたにお願いしますか？`,
    lead: '選んだ方法でお支払いリンクを送ります。',
    methods: { kakao: 'カカオトーク', facebook: 'Facebook', link: 'リンクをコピー' },
    cancel: 'キャンセル',
    sent: ['お支払いをお願いしました', '別の方法でもう一度送ることもできます。'],
    notes: { kakao: 'カカオトークで送りました', facebook: 'Facebookで送りました', link: 'コピーしました' },
    notCopied: 'コピーできませんでした。下のアドレスをコピーしてください。',
    address: 'お支払いリンクのアドレス',
    message: {
      label: '支払う方に届くメッセージ',
      greeting: 'お支払いをお願いします！',
      body: (name, amount) => `${name}さんから、${amount}のお支払いのお願いです。`,
      open: 'お支払いページを開く',
    },
    hint: '支払う方として、お支払いページを開いてみてください。このウィンドウは閉じてもかまいません。',
    results: {
      paid: 'お支払いが完了しました',
      failed: ['お支払いが断られました', 'ショップのページから、もう一度お願いできます。'],
      cancelled: ['この依頼は取り消されました', 'ショップがこのお支払いを取り消しました。'],
      expired: [
        'お支払い期限が過ぎました',
        '期限までに支払われませんでした。ショップのページから、もう一度お願いしてください。',
      ],
    },
  },

  checkout: {
    title: 'お支払いのお願いが届いています',
    heading: (name) => `${name}さんから、お支払いのお願いです`,
    method: 'お支払い方法',
    notice: (amount) => `ボタンを押すと、${amount}が支払い済みになります。実際の請求はありません。`,
    pay: '支払う',
    decline: '断る',
    declining: ['この依頼を断りますか？', '断ると、この依頼ではお支払いできなくなります。'],
    confirmDecline: 'はい、断ります',
    methodNotAvailable: ['お支払いできませんでした', 'このお支払い方法は利用できません。'],
    goToShop: 'ショップへ移動',
    mayClose: 'このウィンドウは閉じてもかまいません。',
    results: {
      hasPaid: 'お支払いが完了しました',
      hasDeclined: ['お支払いを断りました', 'この依頼ではお支払いできません。'],
      paid: 'この依頼はすでに支払い済みです',
      failed: ['この依頼はすでに断られています', 'この依頼ではお支払いできません。'],
      cancelled: ['この依頼は取り消されました', 'ショップがこのお支払いを取り消しました。'],
      expired: ['お支払い期限が過ぎました', '依頼した方に、お支払いリンクをもう一度送ってもらってください。'],
    },
  },
};
