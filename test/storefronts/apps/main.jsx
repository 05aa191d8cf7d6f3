// The page of every storefront: the PayButton in the cart of the design system that the bundle calls `storefront`.
import { createRoot, hydrateRoot } from 'react-dom/client';
import { Cart } from './cart.jsx';
const root = document.getElementById('root');
if (root.hasChildNodes()) hydrateRoot(root, <Cart />);
else createRoot(root).render(<Cart />);
