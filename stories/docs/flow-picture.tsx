import { useState, type ReactElement } from 'react';

interface FlowPictureProps {
  /** The file in docs/images. */
  file: string;
  /** What the picture shows, for those who do not see it. */
  alt: string;
  /** The text of the line that shows and hides it. */
  summary: string;
}

/** The moving picture of a payment. It can be hidden, and begins so where the reader wants less motion. */
export function FlowPicture({ file, alt, summary }: FlowPictureProps): ReactElement {
  const [isShown] = useState(() => !matchMedia('(prefers-reduced-motion: reduce)').matches);
  return (
    <details className="flow-picture" open={isShown}>
      <summary>{summary}</summary>
      <img src={`images/${file}`} alt={alt} width={1440} height={900} loading="lazy" />
    </details>
  );
}
