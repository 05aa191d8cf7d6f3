/**
 * jsdom has `<dialog>` without its methods. These do what the HTML standard says of them, as far as the overlay can tell:
 * the focus goes in and comes back, and `close` is told later, by a task.
 */
export function giveDialogsTheirMethods(): () => void {
  const { prototype } = HTMLDialogElement;
  const before = new WeakMap<HTMLDialogElement, Element | null>();
  Object.assign(prototype, {
    showModal(this: HTMLDialogElement) {
      if (this.open) throw new DOMException('The dialog is open already.', 'InvalidStateError');
      before.set(this, document.activeElement);
      this.setAttribute('open', '');
      this.querySelector<HTMLElement>('button')?.focus();
    },
    close(this: HTMLDialogElement) {
      if (!this.open) return;
      this.removeAttribute('open');
      const previous = before.get(this);
      if (previous instanceof HTMLElement) previous.focus();
      setTimeout(() => this.dispatchEvent(new Event('close')));
    },
  });
  return () => {
    for (const method of ['showModal', 'close']) Reflect.deleteProperty(prototype, method);
  };
}
