import type { PayLabels } from 'react-instead-pay';

// The order's card says where the order stands. The button says only what it did, which stays true once the friend has paid.
export const payLabels: PayLabels = { sent: '요청을 보냈어요' };
