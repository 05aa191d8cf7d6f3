// Two roots on one page, as Astro's islands are.
import { createRoot } from 'react-dom/client';
import { Cart } from './cart.jsx';
for (const [index, uid] of ['order-1', 'order-2'].entries()) {
  const island = document.createElement('div');
  island.id = `island-${index + 1}`;
  document.body.append(island);
  createRoot(island).render(<Cart uid={uid} />);
}
