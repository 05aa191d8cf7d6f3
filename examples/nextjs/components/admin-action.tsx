'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';

interface AdminActionProps {
  label: string;
  /** Asked before anything is done. Left out: the click is enough. */
  question?: string;
  confirm?: string;
  /** Where the action is posted. Doing it twice is the same as once. */
  address: string;
}

type Step = 'idle' | 'asking' | 'running' | 'requested' | 'done' | 'changed' | 'logged_out' | 'failed';

/** A button that does something to an order, a payment or a webhook, and says what came of it. */
export function AdminAction({ label, question, confirm, address }: AdminActionProps) {
  const [step, setStep] = useState<Step>('idle');
  const router = useRouter();

  async function run() {
    setStep('running');
    setStep(await post(address));
    router.refresh();
  }

  const isAsking = question !== undefined && (step === 'asking' || step === 'running');
  return (
    <div className="admin-action">
      {isAsking ? (
        <p className="choice">
          <span>{question}</span>
          <button type="button" className="solid" disabled={step === 'running'} onClick={() => void run()}>
            {confirm}
          </button>
          <button type="button" className="plain" disabled={step === 'running'} onClick={() => setStep('idle')}>
            아니요
          </button>
        </p>
      ) : (
        <button
          type="button"
          className="plain"
          disabled={step === 'running'}
          onClick={() => (question === undefined ? void run() : setStep('asking'))}
        >
          {label}
        </button>
      )}
      <p className="said" aria-live="polite">
        {textOf(step)}
      </p>
    </div>
  );
}

async function post(address: string): Promise<Step> {
  const response = await fetch(address, { method: 'POST' }).catch(() => null);
  switch (response?.status) {
    case 200:
      return 'done';
    case 202:
      return 'requested';
    case 401:
    case 403:
      return 'logged_out';
    case 404:
    case 409:
      return 'changed';
    default:
      return 'failed';
  }
}

function textOf(step: Step): string {
  switch (step) {
    case 'idle':
    case 'asking':
      return '';
    case 'running':
      return '요청하고 있어요.';
    case 'requested':
      return '요청했어요. 처리되면 화면이 바뀌어요.';
    case 'done':
      return '처리했어요.';
    case 'changed':
      return '그사이에 바뀌었어요. 상태를 확인해 주세요.';
    case 'logged_out':
      return '로그인이 끝났어요. 다시 로그인해 주세요.';
    case 'failed':
      return '처리하지 못했어요. 잠시 뒤에 다시 시도해 주세요.';
  }
}
