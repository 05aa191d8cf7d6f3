/**
 * Opens a dialog so that it is modal only while it is visible. `onClosed` is called when the browser has closed it. Returns the
 * function that closes it.
 */
export function openDialog(dialog: HTMLDialogElement, onClosed: () => void): () => void {
  const view = dialog.ownerDocument.defaultView!;
  let isHidden = false;
  // Styles of the page may hide it, at some widths only. A modal dialog that nobody sees would block the whole page.
  const update = () => {
    // Test environments, and browsers before 2022, have the element without its methods. There it opens without being modal.
    if (!dialog.showModal) return dialog.setAttribute('open', '');
    if (!dialog.open) dialog.showModal();
    isHidden = !isVisible(dialog);
    if (isHidden) dialog.close();
  };
  const onClose = () => {
    if (!dialog.open && !isHidden) onClosed();
  };
  update();
  view.addEventListener('resize', update);
  dialog.addEventListener('close', onClose);
  return () => {
    view.removeEventListener('resize', update);
    dialog.removeEventListener('close', onClose);
    dialog.close?.();
  };
}

/** Whether an element has a box. Test environments without layout give none to `<body>` either. */
const isVisible = (element: Element): boolean =>
  element.getClientRects().length > 0 || element.ownerDocument.body.getClientRects().length === 0;
