import { Dialog, DialogContent, DialogTitle } from '@mui/material';
export default function Mui({ isOpen, onClose, children }) {
  return (
    <Dialog open={isOpen} onClose={onClose}>
      <DialogTitle>장바구니</DialogTitle>
      <DialogContent>{children}</DialogContent>
    </Dialog>
  );
}
