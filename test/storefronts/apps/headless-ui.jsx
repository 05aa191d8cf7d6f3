import { Dialog, DialogPanel, DialogTitle } from '@headlessui/react';
export default function HeadlessUi({ isOpen, onClose, children }) {
  return (
    <Dialog open={isOpen} onClose={onClose}>
      <DialogPanel>
        <DialogTitle>장바구니</DialogTitle>
        {children}
      </DialogPanel>
    </Dialog>
  );
}
