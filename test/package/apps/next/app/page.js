import { InsteadProvider } from 'react-instead-pay';
import { isInsteadError } from 'react-instead-pay/server';
import { Half } from './half';

const emulator = process.env.SANDBOX;

// A server component: what it imports from the client's entry has to be marked as client code.
export default function Page() {
  return (
    <InsteadProvider clientId="shop" sandbox apiUrl={`${emulator}/api`} scriptSrc={`${emulator}/instead-1.0.1.js`}>
      <Half />
      <p>{isInsteadError(new Error('no')) ? 'wrong' : 'served'}</p>
    </InsteadProvider>
  );
}
