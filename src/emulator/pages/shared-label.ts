import type { ShareMethod } from '../../protocol/script-message.ts';
import type { Translate } from './language.ts';

const SHARED: Record<ShareMethod, readonly [ko: string, en: string]> = {
  kakao: ['카카오톡으로 보냄', 'sent by KakaoTalk'],
  facebook: ['페이스북으로 보냄', 'sent by Facebook'],
  link: ['링크로 보냄', 'sent by link'],
};

export const sharedLabel = (method: ShareMethod, t: Translate): string => t(...SHARED[method]);
