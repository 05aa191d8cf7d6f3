/**
 * Returns the script of an open page of a waiting request: once the request has ended (paid or declined elsewhere, cancelled,
 * expired), it renders the final status in place, and moves the focus to its heading. A reload would post `closed` to the shop.
 */
export const watchScript = (statusPath: string): string => `
const timer = setInterval(update, 2000);
document.addEventListener('visibilitychange', update);
let isUpdating = false;
async function update() {
  if (document.hidden || isUpdating) return;
  isUpdating = true;
  const response = await fetch(${JSON.stringify(statusPath)}).catch(() => null);
  if (response?.ok && (await response.json()).status !== 'waiting') await showEnd();
  isUpdating = false;
}
async function showEnd() {
  const text = await fetch(location.href).then((response) => response.text(), () => null);
  if (text === null) return;
  clearInterval(timer);
  document.removeEventListener('visibilitychange', update);
  // Its styles have the nonce of another response: this page's policy would report them.
  const page = new DOMParser().parseFromString(text.replace(/<style[^]*?<\\/style>/g, ''), 'text/html');
  const main = document.querySelector('main');
  document.title = page.title;
  main.replaceChildren(...page.querySelector('main').childNodes);
  main.querySelector('h1').focus();
}
`;
