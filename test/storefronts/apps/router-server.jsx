import { renderToString } from 'react-dom/server';
import { StaticRouter } from 'react-router';
import { Cart } from './cart.jsx';
export const render = (url) =>
  renderToString(
    <StaticRouter location={new URL(url).pathname}>
      <Cart search={new URL(url).search} />
    </StaticRouter>,
  );
