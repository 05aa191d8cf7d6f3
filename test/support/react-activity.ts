import * as React from 'react';

/** React's own way to hide a part of a page, which keeps it and undoes its effects. Not there before 19.2. */
export const Activity = (React as Partial<typeof React>).Activity;
