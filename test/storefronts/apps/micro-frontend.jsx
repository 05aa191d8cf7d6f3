// One of two bundles on a page, each with its own copy of React and of the library. The script element tells which.
import { createRoot } from 'react-dom/client';
import { Cart } from './cart.jsx';
const { id = '1' } = document.currentScript.dataset;
const island = document.createElement('div');
island.id = `island-${id}`;
document.body.append(island);
createRoot(island).render(<Cart uid={`order-${id}`} />);
