import { Modal } from 'bootstrap';
import { useEffect, useRef } from 'react';
export default function Bootstrap({ onClose, children }) {
  const ref = useRef(null);
  useEffect(() => {
    const element = ref.current;
    const modal = new Modal(element);
    modal.show();
    element.addEventListener('hidden.bs.modal', onClose, { once: true });
    // Shown once: the cart of a page without React state.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return (
    <div className="modal" tabIndex={-1} ref={ref} aria-labelledby="title">
      <div className="modal-dialog">
        <div className="modal-content">
          <h2 id="title">장바구니</h2>
          <div className="modal-body">{children}</div>
        </div>
      </div>
    </div>
  );
}
