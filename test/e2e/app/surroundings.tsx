// A PayButton in different surroundings: `?scene=…` decides which. What its ancestors receive is recorded in `window.receivedEvents`.
import { createElement, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { createPortal } from 'react-dom';
import { InsteadProvider, PayButton, type InsteadClientOptions } from 'react-instead-pay';

declare global {
  interface Window {
    receivedEvents: string[];
  }
}

const query = new URLSearchParams(location.search);
const settings = JSON.parse(query.get('settings') ?? '{}') as InsteadClientOptions & { clientId: string };
window.receivedEvents = [];

const request = {
  name: '김스테드',
  merchantUid: 'order-1',
  itemList: [{ itemName: '겨울 운동화', itemAmt: '1' }],
  payEndDttm: Date.now() + 24 * 60 * 60 * 1000,
  totalAmt: 3000,
};
const button = <PayButton request={request} {...(query.get('flags') === 'noOverlay' ? { overlay: false } : {})} />;

const hear = ({ type }: { type: string }) => void window.receivedEvents.push(type);
const handlers = Object.fromEntries(
  [
    'onClick onClickCapture onDoubleClick onContextMenu onKeyDown onKeyDownCapture onKeyUp onKeyUpCapture',
    'onPointerDown onPointerDownCapture onPointerUp onPointerMove onPointerCancel onMouseDown onMouseUp onMouseMove',
    'onTouchStart onTouchEnd onTouchMove onWheel onFocusCapture onBlurCapture onDragStart onCopy',
  ]
    .join(' ')
    .split(' ')
    .map((name) => [name, hear]),
);

/** The tags that a button may be in, each of which does something to what is in it. */
const inTag = (tag: string) => (
  <div id="around">{createElement(tag, { id: 'parent', ...(tag === 'details' && { open: true }) }, button)}</div>
);

const surroundings: Record<string, () => ReactNode> = {
  link: () => (
    <a href="/elsewhere" onClick={(event) => event.preventDefault()}>
      {button}
    </a>
  ),
  handlers: () => <div {...handlers}>{button}</div>,
  shadow: () => {
    const host = document.createElement('div');
    document.getElementById('root')!.before(host);
    const root = host.attachShadow({ mode: 'open' });
    const style = document.createElement('style');
    style.textContent = document.querySelector('style')?.textContent ?? '';
    const container = document.createElement('div');
    root.append(style, container);
    return createPortal(button, container);
  },
  panel: () => (
    <div id="parent" dir="rtl" lang="ar" className="panel">
      {button}
    </div>
  ),
};

const scene = query.get('scene') ?? 'plain';
createRoot(document.getElementById('root')!).render(
  <InsteadProvider sandbox {...settings}>
    {surroundings[scene]?.() ?? inTag(scene)}
  </InsteadProvider>,
);
