/** Focuses the heading of the page. */
export function focusHeading(): void {
  const heading = document.querySelector<HTMLElement>('main h1');
  if (!heading) return;
  // Not in the tab order: only reachable from here.
  heading.tabIndex = -1;
  heading.focus();
}
