import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { InsteadProvider, PayButton } from 'react-instead-pay';
import half from './button.cjs';

const page = createElement(InsteadProvider, { clientId: 'shop' }, createElement(half.PayButton, { request: {} }));
console.log(half.PayButton === PayButton, renderToString(page));
