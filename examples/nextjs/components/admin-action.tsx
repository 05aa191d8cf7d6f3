'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { Words } from '@/words';
import { useActed } from './admin-watch';
import { useAnnounce } from './announcer';
import { ConfirmDialog } from './confirm-dialog';
import { useWords } from './language';

interface AdminActionProps {
  label: string;
  /** The label with the number of what it is about: many buttons on the page have the same label. */
  name: string;
  /** Asked before anything is done. Left out: the click is enough. */
  question?: string;
  confirm?: string;
  /** Where the action is posted. Doing it twice is the same as once. */
  address: string;
  /** The row that it changes, as `AdminWatch` names it: its new state is announced when it arrives. */
  row: string;
}

type Step = 'idle' | 'running' | 'requested' | 'done' | 'changed' | 'sessionOver' | 'failed';

/** A button that does something to an order, a payment or a webhook, and announces the result. */
export function AdminAction({ label, name, question, confirm, address, row }: AdminActionProps) {
  const { admin } = useWords();
  const [step, setStep] = useState<Step>('idle');
  const [isAsking, setIsAsking] = useState(false);
  const announce = useAnnounce();
  const acted = useActed();
  const router = useRouter();

  function show(next: Step) {
    setStep(next);
    announce(textOf(next, admin));
  }

  async function run() {
    setIsAsking(false);
    if (step === 'running') return;
    show('running');
    acted.add(row);
    show(await post(address));
    router.refresh();
  }

  function leave() {
    setIsAsking(false);
    announce(admin.unchanged);
  }

  return (
    <div className="admin-action">
      <button
        type="button"
        className="plain"
        aria-label={name}
        aria-disabled={step === 'running' || undefined}
        aria-haspopup={question === undefined ? undefined : 'dialog'}
        onClick={() => (question === undefined ? void run() : setIsAsking(true))}
      >
        {label}
      </button>
      {isAsking && question !== undefined && (
        <ConfirmDialog question={question} yes={confirm ?? label} no={admin.no} onYes={() => void run()} onNo={leave} />
      )}
      {/* Announced by the page's own live region: this row may be gone by then. */}
      <p className="said">{textOf(step, admin)}</p>
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
      return 'sessionOver';
    case 404:
    case 409:
      return 'changed';
    default:
      return 'failed';
  }
}

const textOf = (step: Step, admin: Words['admin']): string => (step === 'idle' ? '' : admin[step]);
