import { useEffect } from 'react';
import { Shop } from './shop.jsx';

/** The script loaded from a React effect, as most would write it. */
export function App({ scriptSrc }) {
  useEffect(() => {
    const script = document.createElement('script');
    script.src = scriptSrc;
    script.onload = () => {
      window.markToken();
      window.INSTEAD.init('shop');
    };
    document.head.append(script);
  }, [scriptSrc]);
  return (
    <Shop>
      <button>결제를 부탁해</button>
    </Shop>
  );
}
