import type { ComponentProps } from 'react';
import { Button, type ButtonProps } from 'react-aria-components';
import './design-systems.css';

/** A button of React Aria Components, which keeps the attributes that it does not know to itself. */
export function AriaButton({ 'aria-busy': isBusy, ...props }: ComponentProps<'button'>) {
  return (
    <Button
      {...(props as ButtonProps)}
      className="aria-button"
      render={(dom) => <button {...dom} aria-busy={isBusy} />}
    />
  );
}
