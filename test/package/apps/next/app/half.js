'use client';
const { useState } = require('react');
const { PayButton, useOrderStatus } = require('react-instead-pay');

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
