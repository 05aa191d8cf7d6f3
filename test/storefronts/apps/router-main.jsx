import { hydrateRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { Cart } from './cart.jsx';
hydrateRoot(
  document.getElementById('root'),
  <BrowserRouter>
    <Cart />
  </BrowserRouter>,
);
