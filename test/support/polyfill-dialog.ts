/**
 * Adds the methods of `<dialog>`, which jsdom lacks, and returns the cleanup function. They follow the HTML standard as far
 * as the overlay depends on it: the focus moves in and back, and `close` is dispatched later, in a task.
 */
export function polyfillDialog(): () => void {
  const { prototype } = HTMLDialogElement;
  const previousFocus = new WeakMap<HTMLDialogElement, Element | null>();
  Object.assign(prototype, {
    showModal(this: HTMLDialogElement) {
      if (this.open) throw new DOMException('The dialog is already open.', 'InvalidStateError');
      previousFocus.set(this, document.activeElement);
      this.setAttribute('open', '');
      this.querySelector<HTMLElement>('button')?.focus();
    },
    close(this: HTMLDialogElement) {
      if (!this.open) return;
      this.removeAttribute('open');
      const previous = previousFocus.get(this);
      if (previous instanceof HTMLElement) previous.focus();
      setTimeout(() => this.dispatchEvent(new Event('close')));
    },
  });
  return () => {
    for (const method of ['showModal', 'close']) Reflect.deleteProperty(prototype, method);
  };
}
