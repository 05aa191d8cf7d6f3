import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
export default function ReactAria({ isOpen, onClose, children }) {
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={(open) => !open && onClose()} isDismissable>
      <Modal>
        <Dialog>
          <Heading slot="title">장바구니</Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
