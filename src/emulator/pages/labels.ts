import type { ShareMethod } from '../../protocol/script-message.ts';
import type { PaymentRecordStatus } from '../payment-store.ts';
import type { PaymentMethod } from '../settings.ts';
import type { Translate } from './language.ts';

type Labels<Name extends string> = Record<Name, readonly [ko: string, en: string]>;

const STATUSES: Labels<PaymentRecordStatus> = {
  waiting: ['결제 대기', 'waiting'],
  paid: ['결제 완료', 'paid'],
  cancelled: ['취소됨', 'cancelled'],
  failed: ['결제 실패', 'failed'],
  expired: ['기한 만료', 'expired'],
};

const METHODS: Labels<PaymentMethod> = {
  card: ['카드', 'Card'],
  mobile: ['휴대폰', 'Mobile phone'],
  transfer: ['계좌이체', 'Bank transfer'],
};

const SHARED: Labels<ShareMethod> = {
  kakao: ['카카오톡으로 보냄', 'sent by KakaoTalk'],
  facebook: ['페이스북으로 보냄', 'sent by Facebook'],
  link: ['링크로 보냄', 'sent by link'],
};

export const statusLabel = (status: PaymentRecordStatus, t: Translate): string => t(...STATUSES[status]);
export const methodLabel = (method: PaymentMethod, t: Translate): string => t(...METHODS[method]);
export const sharedLabel = (method: ShareMethod, t: Translate): string => t(...SHARED[method]);
