import { InsteadProvider, PayButton } from 'react-instead-pay';
import { makeRequest } from '../../request.js';
import { Shop } from './shop.jsx';

function markReady({ type, status }) {
  if (type === 'script' && status === 'ready') window.readyAt = performance.now();
}

export function App({ scriptSrc, scriptIntegrity, apiUrl }) {
  return (
    <InsteadProvider clientId="shop" {...{ scriptSrc, scriptIntegrity, apiUrl }} onEvent={markReady}>
      <Shop>
        <PayButton request={makeRequest} />
      </Shop>
    </InsteadProvider>
  );
}
