import { createRoot } from 'react-dom/client';
import { InsteadProvider, PayButton } from 'react-instead-pay';
import { makeRequest } from '../request.js';

const { service } = window;
createRoot(document.getElementById('root')).render(
  <InsteadProvider
    clientId="shop"
    apiUrl={`${service}/api`}
    scriptSrc={`${service}/instead-1.0.1.js`}
    onEvent={({ type, status }) => {
      if (type === 'script' && status === 'ready') window.isReady = true;
    }}
  >
    <PayButton request={makeRequest('order-1')} />
  </InsteadProvider>,
);
