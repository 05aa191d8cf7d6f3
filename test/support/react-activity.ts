import * as React from 'react';

/** React's `<Activity>`, which hides its children and cleans up their effects. Undefined before React 19.2. */
export const Activity = (React as Partial<typeof React>).Activity;
