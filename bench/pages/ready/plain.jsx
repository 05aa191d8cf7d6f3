import { Shop } from './shop.jsx';

/** The script and its `init` stand in the page itself. */
export const App = () => (
  <Shop>
    <button>결제를 부탁해</button>
  </Shop>
);
