import type { ReactElement } from 'react';
import { attributesFor } from './attributes.ts';

/** The mark of 결제를 부탁해: a bill in a speech bubble, with the room between it and the words it stands before. */
export function PayMark(): ReactElement {
  return (
    <svg
      {...attributesFor('mark')}
      viewBox="0 0 29 24"
      width="24"
      height="20"
      fill="none"
      stroke="currentColor"
      aria-hidden
    >
      <path
        d="M12 3c5 0 9 3.4 9 7.8s-4 7.7-9 7.7c-.9 0-1.8-.1-2.6-.3L5 21v-4.6C3.2 15 3 12.4 3 10.8 3 6.4 7 3 12 3z"
        strokeWidth="2"
        strokeLinejoin="round"
      />
      <path
        d="M7.5 8.5l2 5.5 2.5-5.5 2.5 5.5 2-5.5M7 11h10"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
