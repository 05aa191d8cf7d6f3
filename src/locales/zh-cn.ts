import { separateThousands, splitTimeLeft, toKoreanTime, unit } from './format.ts';
import type { PayLocale } from './pay-locale.ts';

/** Simplified Chinese. */
export const zhCN: PayLocale = {
  lang: 'zh-CN',
  idle: '找人代付',
  preparing: '正在准备代付请求',
  open: '代付请求窗口已打开',
  openInTab: '已在其他标签页中打开',
  sent: '代付请求已发送',
  cancelled: '已取消代付请求',
  popupClosed: '代付请求窗口已关闭',
  tryAgain: '代付请求发送失败，请重试。',
  contactSeller: '暂时无法发送代付请求，请联系卖家。',
  popupBlocked: '弹出窗口被拦截，请允许弹出窗口后重试。',
  alreadyPaying: '请先完成正在进行的代付请求。',
  showPopup: '显示代付请求窗口',
  cancel: '取消请求',
  inAppNotice: '此应用可能无法打开代付请求窗口。',
  openInBrowser: '在其他浏览器中打开',
  copyLink: '复制链接',
  linkCopied: '已复制',
  loading: '正在准备代付请求，请稍候。',
  order: {
    waiting: '等待付款',
    paid: '已付款',
    cancelled: '已取消',
    failed: '付款失败',
    expired: '已过期',
    unreachable: '无法查询订单状态',
    refetch: '重新查询',
  },
  formatTimeLeft: (ms) =>
    ms > 0 ? `还剩${splitTimeLeft(ms, [unit('天'), unit('小时'), unit('分钟'), unit('秒')]).join('')}` : '付款期限已过',
  formatDateTime(instant) {
    const { year, month, day, time } = toKoreanTime(instant);
    return `${year}年${month}月${day}日 ${time} KST`;
  },
  formatWon: (amount) => `${separateThousands(amount)}韩元`,
};
