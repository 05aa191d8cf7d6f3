import { CUSTOM_PROPERTIES } from './attributes.ts';

/**
 * Creates the element that the overlay is rendered into: a child of `<body>`, or of the shadow root that the button is in. No
 * ancestor of the button reaches it, neither by CSS (`pointer-events`, `visibility`, `white-space`, `display: none`) nor as DOM
 * (a link, a paragraph, a disabled fieldset, a closed `<details>`).
 */
export function createOverlayHost(anchor: Element): HTMLElement {
  const host = anchor.ownerDocument.createElement('div');
  // React Aria hides what is outside its dialogs, unless it belongs to the top layer.
  host.dataset.reactAriaTopLayer = 'true';
  return host;
}

/** Appends the host, and gives it what applies around the button: direction, color scheme, font and custom properties. */
export function placeOverlayHost(host: HTMLElement, anchor: Element): void {
  const { ownerDocument } = anchor;
  const root = anchor.getRootNode();
  // Before it is in the page: its styles are those of the button's surroundings only.
  const around = ownerDocument.defaultView!.getComputedStyle(anchor);
  const { style } = host;
  style.setProperty('all', 'initial');
  style.colorScheme = around.colorScheme;
  style.fontFamily = around.fontFamily;
  for (const property of CUSTOM_PROPERTIES) {
    const value = around.getPropertyValue(property);
    if (value) style.setProperty(property, value);
  }
  host.dir = around.direction;
  ('host' in root ? (root as ShadowRoot) : ownerDocument.body).append(host);
}
