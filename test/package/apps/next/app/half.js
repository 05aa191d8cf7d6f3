'use client';
const { useState } = require('react');
const { PayButton, PayDeadline, useOrderStatus } = require('react-instead-pay');

async function makeOrder() {
  const response = await fetch('/orders', { method: 'POST' });
  return response.json();
}

async function read(merchantUid, { signal }) {
  const response = await fetch(`/orders?id=${merchantUid}`, { signal });
  return response.json();
}

export function Half() {
  const [asked, setAsked] = useState('');
  return (
    <>
      <Known />
      <PayButton request={makeOrder} onSent={({ merchantUid }) => setAsked(merchantUid)} />
      {asked && <Order merchantUid={asked} />}
    </>
  );
}

function Order({ merchantUid }) {
  const { status } = useOrderStatus(merchantUid, { fetchStatus: read, refetchInterval: 500 });
  return (
    <p>
      {merchantUid}: {status}
    </p>
  );
}

// Prerendered, without Suspense: what it renders on the server depends on no clock.
function Known() {
  const expiresAt = '2099-01-02T03:04:05+09:00';
  const initialStatus = { status: 'paid', expiresAt, now: '2026-01-02T03:04:05+09:00' };
  const { status } = useOrderStatus('known', { fetchStatus: () => initialStatus, initialStatus });
  return (
    <p>
      known: {status}, <PayDeadline expiresAt={expiresAt} />
    </p>
  );
}
