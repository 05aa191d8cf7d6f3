import { Slot } from '@radix-ui/react-slot';
import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps } from 'react';
import './design-systems.css';

const buttonVariants = cva('shadcn-button', {
  variants: {
    variant: { default: 'shadcn-default', outline: 'shadcn-outline' },
    size: { default: 'shadcn-md', lg: 'shadcn-lg' },
  },
  defaultVariants: { variant: 'default', size: 'default' },
});

type ShadcnButtonProps = ComponentProps<'button'> & VariantProps<typeof buttonVariants> & { asChild?: boolean };

/** A button in the shape of shadcn/ui's, with plain CSS in place of Tailwind's utilities. */
export function ShadcnButton({ className, variant, size, asChild = false, ...props }: ShadcnButtonProps) {
  const Component = asChild ? Slot : 'button';
  return <Component data-slot="button" className={buttonVariants({ variant, size, className })} {...props} />;
}
