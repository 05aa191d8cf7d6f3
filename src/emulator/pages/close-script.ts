import type { PageWords } from './words/page-words.ts';

/**
 * Returns the script of the buttons that close the window, and of the live region `#note`. Where a page cannot close its window,
 * since no script has opened it (a link on the dashboard), it is announced that the browser has to.
 */
export const closeScript = ({ closeYourself }: PageWords): string => `
document.addEventListener('click', ({ target }) => target.closest('[data-close]') && closeWindow());
function closeWindow() {
  window.close();
  if (!window.closed) announce(${JSON.stringify(closeYourself)});
}

// The same words twice are two announcements: a live region has to change for each.
function announce(text) {
  const note = document.getElementById('note');
  note.textContent = '';
  setTimeout(() => (note.textContent = text));
}
`;
