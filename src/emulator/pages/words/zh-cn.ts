import type { PageWords } from './page-words.ts';

export const zhCN: PageWords = {
  languageName: '简体中文',
  languages: '语言',
  emulated: '模拟支付',
  noMoney: '模拟支付，不会实际扣款',
  won: (amount) => `${amount}韩元`,
  inKorea: (dateAndTime) => `${dateAndTime}（韩国时间）`,
  dateStyle: 'long',

  close: '关闭',
  closeYourself: '请在浏览器中关闭此窗口。',
  back: '返回',
  pageNotFound: '模拟支付：找不到该页面。',
  paymentNotFound: ['找不到该代付请求', '请检查地址是否正确。'],

  card: { label: '付款内容', total: '付款总额', payableUntil: (date) => `付款截止时间：${date}` },
  statuses: { waiting: '待付款', paid: '已付款', cancelled: '已取消', failed: '付款失败', expired: '已过期' },
  methods: { card: '银行卡', mobile: '手机话费', transfer: '银行转账' },

  share: {
    title: '请人代付',
    heading: (name) => `${name}，想请谁代付？`,
    lead: '付款链接将以您选择的方式发送。',
    methods: { kakao: 'KakaoTalk', facebook: 'Facebook', link: '复制链接' },
    cancel: '取消',
    sent: ['代付请求已发送', '您还可以用其他方式再发送一次。'],
    notes: { kakao: '已通过 KakaoTalk 发送', facebook: '已通过 Facebook 发送', link: '已复制' },
    notCopied: '复制失败，请复制下方的地址。',
    address: '付款链接地址',
    message: {
      label: '付款人收到的消息',
      greeting: '请帮我付款！',
      body: (name, amount) => `${name} 请您代付 ${amount}。`,
      open: '打开付款页面',
    },
    hint: '您可以作为付款人打开付款页面。此窗口可以关闭。',
    results: {
      paid: '付款人已付款',
      failed: ['付款人已拒绝', '您可以在商店页面重新请人代付。'],
      cancelled: ['此请求已取消', '商家已取消这笔付款。'],
      expired: ['付款期限已过', '对方未在期限内付款，请在商店页面重新请人代付。'],
    },
  },

  checkout: {
    title: '有人请您代付',
    heading: (name) => `${name} 请您代付`,
    method: '付款方式',
    notice: (amount) => `点击按钮后，${amount}将记为已付款，不会实际扣款。`,
    pay: '付款',
    decline: '拒绝',
    declining: ['要拒绝这个请求吗？', '拒绝后，将无法再通过此请求付款。'],
    confirmDecline: '是的，拒绝',
    methodNotAvailable: ['付款未完成', '此付款方式不可用。'],
    goToShop: '前往商店',
    mayClose: '您可以关闭此窗口。',
    results: {
      hasPaid: '付款成功',
      hasDeclined: ['您已拒绝付款', '此请求无法再付款。'],
      paid: '此请求已付款',
      failed: ['此请求已被拒绝', '此请求无法再付款。'],
      cancelled: ['此请求已取消', '商家已取消这笔付款。'],
      expired: ['付款期限已过', '请让对方重新发送付款链接。'],
    },
  },
};
