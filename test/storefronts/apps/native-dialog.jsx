import { useEffect, useRef } from 'react';
export default function NativeDialog({ onClose, children }) {
  const ref = useRef(null);
  useEffect(() => ref.current?.showModal(), []);
  return (
    <dialog ref={ref} aria-label="장바구니" onClose={onClose}>
      {children}
    </dialog>
  );
}
