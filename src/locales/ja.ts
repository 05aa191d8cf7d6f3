import { separateThousands, splitTimeLeft, toKoreanTime, unit } from './format.ts';
import type { PayLocale } from './pay-locale.ts';

/** Japanese. */
export const ja: PayLocale = {
  lang: 'ja',
  idle: '支払いをお願いする',
  preparing: 'リクエストを準備しています',
  open: '支払いリクエストの画面が開いています',
  openInTab: '別のタブで開いています',
  sent: '支払いをお願いしました',
  cancelled: 'リクエストをキャンセルしました',
  popupClosed: 'リクエスト画面が閉じられました',
  tryAgain: 'リクエストを送信できませんでした。もう一度お試しください。',
  contactSeller: '現在リクエストを送信できません。販売者にお問い合わせください。',
  popupBlocked: 'ポップアップがブロックされました。許可してからもう一度お試しください。',
  alreadyPaying: '進行中のリクエストを先に完了してください。',
  showPopup: 'リクエスト画面を表示',
  cancel: 'リクエストをキャンセル',
  inAppNotice: 'このアプリではリクエスト画面が開かないことがあります。',
  openInBrowser: '別のブラウザで開く',
  copyLink: 'リンクをコピー',
  linkCopied: 'コピーしました',
  loading: 'リクエストを準備しています。少々お待ちください。',
  order: {
    waiting: 'お支払いを待っています',
    paid: '支払い完了',
    cancelled: 'キャンセル済み',
    failed: '支払い失敗',
    expired: '期限切れ',
    unreachable: '注文の状態を確認できませんでした',
    refetch: 'もう一度確認',
  },
  formatTimeLeft: (ms) =>
    ms > 0
      ? `残り${splitTimeLeft(ms, [unit('日'), unit('時間'), unit('分'), unit('秒')]).join('')}`
      : '支払い期限が過ぎました',
  formatDateTime(instant) {
    const { year, month, day, time } = toKoreanTime(instant);
    return `${year}年${month}月${day}日 ${time} KST`;
  },
  formatWon: (amount) => `${separateThousands(amount)}ウォン`,
};
