'use client';
import { useEffect, useId, useRef } from 'react';

interface ConfirmDialogProps {
  question: string;
  yes: string;
  no: string;
  onYes: () => void;
  /** Also called for Escape. */
  onNo: () => void;
}

/**
 * A question before something that cannot be undone. The browser's own modal dialog: it takes the focus, keeps it, and gives it
 * back to the button that opened it. The focus begins at "no", and screen readers announce the question with it.
 */
export function ConfirmDialog({ question, yes, no, onYes, onNo }: ConfirmDialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const refuse = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    refuse.current?.focus();
    // The browser returns the focus when it is closed, not when it is removed.
    return () => opened?.close();
  }, []);

  function close(next: () => void) {
    dialog.current?.close();
    next();
  }

  return (
    <dialog
      ref={dialog}
      className="choice"
      role="alertdialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        close(onNo);
      }}
    >
      <p id={id}>{question}</p>
      <div className="actions">
        <button type="button" className="solid" onClick={() => close(onYes)}>
          {yes}
        </button>
        <button type="button" className="plain" ref={refuse} onClick={() => close(onNo)}>
          {no}
        </button>
      </div>
    </dialog>
  );
}
