import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { PayDeadline, useOrderStatus } from 'react-instead-pay';

const expiresAt = Date.now() + 24 * 60 * 60 * 1000;
window.polls = 0;

const fetchStatus = async () => {
  window.polls++;
  return { status: 'waiting', now: Date.now() };
};

function Order({ merchantUid }) {
  const { status } = useOrderStatus(merchantUid, { fetchStatus, expiresAt, refetchInterval: 30_000 });
  return (
    <li>
      {merchantUid} {status} <PayDeadline expiresAt={expiresAt} />
    </li>
  );
}

function show(element) {
  const container = document.createElement('ul');
  document.body.append(container);
  flushSync(() => createRoot(container).render(element));
}

window.showNone = () => show(<li>no order</li>);

window.showOrders = (count, { isHidden = false } = {}) => {
  show(Array.from({ length: count }, (_, index) => <Order key={index} merchantUid={`order-${index}`} />));
  if (!isHidden) return;
  Object.defineProperty(document, 'hidden', { value: true });
  document.dispatchEvent(new Event('visibilitychange'));
};
