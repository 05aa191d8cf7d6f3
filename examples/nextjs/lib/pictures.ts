// Long because they are drawings. Only presentation attributes: a style attribute would not pass the policy.

const fish = (transform: string) => `<g transform="${transform}">
    <path d="M-8 -60C26 -62 52 -34 52 2c0 26-10 46-24 60 14 8 24 22 28 40-18-2-32-8-42-20-3 14-12 24-26 30-6-14-6-28 0-40-32-12-44-40-42-70 2-36 20-60 46-62z" fill="url(#crust)" stroke="#8a4b12" stroke-width="4" stroke-linejoin="round"/>
    <path d="M-40 -14c12-18 64-18 78 0" fill="none" stroke="#8a4b12" stroke-width="4" stroke-linecap="round"/>
    <circle cx="-20" cy="-32" r="6" fill="#6b3407"/>
    <circle cx="-22" cy="-34" r="2" fill="#fff3d6"/>
    <path d="M12 -46c8 2 12 6 14 12" fill="none" stroke="#8a4b12" stroke-width="4" stroke-linecap="round"/>
    <path d="M-36 12q9 10 18 0q9 10 18 0q9 10 18 0q9 10 18 0M-34 34q9 10 17 0q9 10 17 0q9 10 17 0M-22 56q8 9 16 0q8 9 16 0" fill="none" stroke="#a9621c" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/>
    <path d="M-10 96l-2-16M34 88l-12-14" fill="none" stroke="#a9621c" stroke-width="4" stroke-linecap="round"/>
    <path d="M-36 -18c4-16 12-26 24-30" fill="none" stroke="#ffe2a8" stroke-width="5" stroke-linecap="round" opacity=".8"/>
  </g>`;

const bag = (
  sky: readonly [string, string],
  paper: readonly [string, string],
) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 400" width="480" height="400" preserveAspectRatio="xMidYMid slice">
  <defs>
    <linearGradient id="dusk" x2="0" y2="1"><stop stop-color="${sky[0]}"/><stop offset="1" stop-color="${sky[1]}"/></linearGradient>
    <linearGradient id="crust" x2=".4" y2="1"><stop stop-color="#f7c063"/><stop offset="1" stop-color="#d98a2b"/></linearGradient>
    <linearGradient id="paper" x2="1" y2=".3"><stop stop-color="${paper[0]}"/><stop offset="1" stop-color="${paper[1]}"/></linearGradient>
  </defs>
  <path d="M0 0h480v400H0z" fill="url(#dusk)"/>
  <circle cx="392" cy="84" r="42" fill="#fff6e4" opacity=".75"/>
  <g fill="#fff" opacity=".9"><circle cx="62" cy="64" r="5"/><circle cx="118" cy="132" r="4"/><circle cx="438" cy="176" r="5"/><circle cx="318" cy="42" r="4"/><circle cx="42" cy="220" r="4"/><circle cx="404" cy="262" r="4"/><circle cx="176" cy="40" r="3"/></g>
  <g fill="none" stroke="#fff" stroke-width="6" stroke-linecap="round" opacity=".75">
    <path d="M196 72c-12-14 12-22 0-38"/><path d="M244 58c-12-14 12-22 0-38"/><path d="M290 76c-12-14 12-22 0-38"/>
  </g>
  <ellipse cx="240" cy="372" rx="150" ry="14" fill="#b8702f" opacity=".28"/>
  ${fish('translate(166 168) rotate(-16)')}
  ${fish('translate(316 170) rotate(15)')}
  ${fish('translate(240 150)')}
  <path d="M112 214l18 12 20-14 20 14 20-14 22 14 22-14 22 14 22-14 22 14 22-14 20 12 18-10-22 148c-1 8-8 14-16 14H150c-8 0-15-6-16-14z" fill="url(#paper)" stroke="#c9b38f" stroke-width="3" stroke-linejoin="round"/>
  <path d="M140 240l16 122M342 240l-18 122" fill="none" stroke="#d9c7a6" stroke-width="3" stroke-linecap="round"/>
  <g transform="translate(240 302)" fill="none" stroke="#b43c0a" stroke-width="5" stroke-linecap="round" stroke-linejoin="round">
    <circle r="44"/>
    <path d="M-24 2C-14-16 8-16 18 0 8 16-14 16-24 2zM18 0l14-11v22z"/><path d="M-12-2v.5"/>
  </g>
</svg>`;

const backdrop = (from: string, to: string) => `<defs>
    <linearGradient id="dusk" x2="0" y2="1"><stop stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient>
  </defs>
  <path d="M0 0h480v400H0z" fill="url(#dusk)"/>
  <g fill="#fff" opacity=".9"><circle cx="62" cy="64" r="5"/><circle cx="118" cy="132" r="4"/><circle cx="438" cy="176" r="5"/><circle cx="318" cy="42" r="4"/><circle cx="42" cy="220" r="4"/><circle cx="404" cy="262" r="4"/></g>
  <g fill="none" stroke="#fff" stroke-width="6" stroke-linecap="round" opacity=".75">
    <path d="M196 92c-12-14 12-22 0-38"/><path d="M244 78c-12-14 12-22 0-38"/><path d="M290 96c-12-14 12-22 0-38"/>
  </g>`;

const canvas = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 400" width="480" height="400" preserveAspectRatio="xMidYMid slice">${inside}</svg>`;

const sweetPotato = (transform: string) => `<g transform="${transform}">
    <path d="M-120 6C-96-34-40-52 12-46c50 6 92 22 112 44-22 30-66 48-116 48C-46 46-98 34-120 6z" fill="#7a2f3a" stroke="#521c26" stroke-width="4" stroke-linejoin="round"/>
    <path d="M-52-28c38-14 84-12 118 6 4 22-10 40-30 48-34 8-72 4-92-8-12-14-10-34 4-46z" fill="#f6b93b" stroke="#d98a1f" stroke-width="4" stroke-linejoin="round"/>
    <path d="M-30-10c22-8 48-8 70 0M-26 10c20 6 42 6 62 0" fill="none" stroke="#fde3a0" stroke-width="5" stroke-linecap="round"/>
    <path d="M-96 2l14 4M88 20l14-6M-84-14l10 2" fill="none" stroke="#a4525c" stroke-width="4" stroke-linecap="round"/>
  </g>`;

/** Pictures by the product's id: drawn on the page, and served under /pictures for the list and the payer's checkout page. */
export const pictures: Readonly<Record<string, string>> = {
  bungeoppang: bag(['#ffe8c7', '#ffc98f'], ['#fffaf0', '#eadbc2']),
  'cream-bungeoppang': bag(['#fdf3c4', '#f7d774'], ['#fff3b0', '#f0cf6a']),
  hotteok: canvas(`${backdrop('#fbe3d0', '#eeb38b')}
  <ellipse cx="240" cy="322" rx="176" ry="30" fill="#8a5a3a" opacity=".28"/>
  <ellipse cx="240" cy="262" rx="178" ry="92" fill="#fffaf2" stroke="#dccbb4" stroke-width="4"/>
  <ellipse cx="240" cy="246" rx="136" ry="66" fill="#dca044" stroke="#8a4b12" stroke-width="4"/>
  <ellipse cx="240" cy="234" rx="132" ry="60" fill="#f2c063"/>
  <path d="M148 232c8-30 60-46 104-42 40 4 72 18 78 38-30-14-52-6-72 8s-74 22-110-4z" fill="#c9822c" opacity=".55"/>
  <path d="M208 240c14-12 52-14 66-2 6 14-8 24-32 24s-40-8-34-22z" fill="#6b3407"/>
  <g fill="#fff3d6" stroke="#8a4b12" stroke-width="3"><ellipse cx="226" cy="242" rx="9" ry="5" transform="rotate(-24 226 242)"/><ellipse cx="254" cy="240" rx="9" ry="5" transform="rotate(18 254 240)"/><ellipse cx="240" cy="253" rx="9" ry="5"/></g>`),
  goguma: canvas(`${backdrop('#e9dcf2', '#c9a7cf')}
  <ellipse cx="240" cy="344" rx="170" ry="20" fill="#5b3a5f" opacity=".28"/>
  <path d="M84 206l312-14 18 128c0 10-8 16-18 16H88c-10 0-18-8-16-18z" fill="#f2e7d2" stroke="#c9b38f" stroke-width="3" stroke-linejoin="round"/>
  ${sweetPotato('translate(214 222) rotate(-14)')}
  ${sweetPotato('translate(268 272) rotate(8)')}`),
};
