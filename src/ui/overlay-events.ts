/** What the shopper can do in the overlay. */
export interface OverlayActions {
  showPopup(event?: Event): void;
  cancel(event?: Event): void;
}

// A double click on the button must not cancel with its second half, where the overlay's button appears under the pointer.
const IGNORE_CLICKS_FOR = 300;

// Everything that a person does in the overlay. The page's own handlers, and those of the dialog library around the button,
// would take it for something else: a click outside, a drag, a key of theirs.
const TYPES = /* @__PURE__ */ (
  'click dblclick auxclick contextmenu keydown keyup keypress focusin focusout focus blur wheel dragstart copy ' +
  'mousedown mouseup mousemove mouseover mouseout pointerdown pointerup pointermove pointerover pointerout pointercancel ' +
  'touchstart touchend touchmove touchcancel'
).split(' ');

/**
 * Handles the events of an open overlay, and keeps them from everybody else: in the capture phase of `window`, before any
 * listener on the document, and before React. Escape is the overlay's wherever the focus is. Returns the cleanup function.
 */
export function listenToOverlay(host: HTMLElement, dialog: HTMLDialogElement, actions: OverlayActions): () => void {
  const view = host.ownerDocument.defaultView!;
  const openedAt = view.performance.now();

  function onEvent(event: Event) {
    const isEscape = isEscapeKey(event);
    const target = event.composedPath()[0];
    if (!isEscape && !host.contains(target as Node)) return;
    event.stopImmediatePropagation();
    if (isEscape) {
      event.preventDefault();
      swallowKeyUp(view);
      actions.cancel();
    } else if (event.type === 'click') onClick(event as MouseEvent, target as Element);
    else if (event.type === 'keydown' && (event as KeyboardEvent).key === 'Tab')
      moveFocus(event as KeyboardEvent, dialog);
  }

  function onClick(event: MouseEvent, target: Element) {
    // Keys click without a pointer (`detail` is 0), tests and scripts without a person.
    if (event.isTrusted && event.detail > 0 && view.performance.now() - openedAt < IGNORE_CLICKS_FOR)
      return event.preventDefault();
    if (target === dialog || target.closest('[data-instead="overlay-show"]')) actions.showPopup(event);
    else if (target.closest('[data-instead="overlay-cancel"]')) actions.cancel(event);
  }

  for (const type of TYPES) view.addEventListener(type, onEvent, true);
  return () => {
    for (const type of TYPES) view.removeEventListener(type, onEvent, true);
  };
}

const isEscapeKey = (event: Event): boolean =>
  event.type === 'keydown' && (event as KeyboardEvent).key === 'Escape' && !(event as KeyboardEvent).isComposing;

/** The overlay is gone when the key goes up. A dialog around the button must not take that for its own Escape. */
function swallowKeyUp(view: Window): void {
  const onKeyUp = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopImmediatePropagation();
    view.removeEventListener('keyup', onKeyUp, true);
  };
  view.addEventListener('keyup', onKeyUp, true);
}

/** Tab stays in the overlay: the next focusable element, and after the last one the first. */
function moveFocus(event: KeyboardEvent, dialog: HTMLDialogElement): void {
  event.preventDefault();
  const elements = [...dialog.querySelectorAll<HTMLElement>('button, [href], [tabindex]')];
  const { activeElement } = dialog.getRootNode() as Document | ShadowRoot;
  const index = elements.indexOf(activeElement as HTMLElement);
  const step = event.shiftKey ? -1 : 1;
  const next = index < 0 && step < 0 ? elements.length - 1 : (index + step + elements.length) % elements.length;
  elements[next]?.focus();
}
