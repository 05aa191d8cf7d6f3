import { raw } from 'hono/html';
import { dashboardStyles } from './dashboard-styles.ts';

const baseStyles = `
:root {
  color-scheme: light dark;
  --ground: #f5f3f0; --card: #fff; --ink: #1c1917; --soft: #57534e; --line: #e3ded8; --edge: #857c73; --tint: #f0ece7;
  --accent: #b43c0a; --accent-ink: #fff; --kakao: #fee500; --kakao-ink: #191600;
  --good: #15703a; --good-tint: #e3f4e8; --bad: #b91c1c; --bad-tint: #fdeaea; --note: #fff1cc; --note-ink: #5f3f00;
  --focus: #1d4ed8; --shadow: 0 1px 2px rgb(28 25 23 / 6%), 0 8px 24px rgb(28 25 23 / 5%);
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #141210; --card: #1f1c19; --ink: #f5f2ee; --soft: #b8b0a6; --line: #38332d; --edge: #8d857b; --tint: #2b2723;
    --accent: #fdba74; --accent-ink: #1c1917;
    --good: #86efac; --good-tint: #16301f; --bad: #fca5a5; --bad-tint: #3a1a1a; --note: #3a2d0f; --note-ink: #fde68a;
    --focus: #93c5fd; --shadow: none;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.55 system-ui, -apple-system, 'Apple SD Gothic Neo', 'Noto Sans KR', 'Noto Sans CJK KR', sans-serif; word-break: keep-all; overflow-wrap: anywhere; }
/* Japanese and Chinese break between any two characters. */
:lang(ja), :lang(zh) { word-break: normal; line-break: strict; }
h1, p { text-wrap: balance; }
/* What has the focus is scrolled below the banner. */
html { scroll-padding: 4.5rem 0 1rem; }
.banner { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 2px 8px; align-items: center; justify-content: center; padding: 6px 16px; background: var(--note); color: var(--note-ink); font-size: .875rem; }
.banner a { color: inherit; } .banner > b { padding: 0 9px; border: 1.5px solid currentColor; border-radius: 999px; }
.languages { display: flex; flex-wrap: wrap; gap: 2px 12px; justify-content: center; } .languages a, .languages b { padding: 2px 0; }
footer { padding: 0 16px 24px; font-size: .875rem; } footer a { color: var(--soft); }
main { max-width: 27rem; margin: 0 auto; padding: 18px 16px; }
h1 { margin: 0 0 2px; font-size: 1.3125rem; line-height: 1.35; letter-spacing: -.01em; }
h2 { margin: 0 0 12px; font-size: 1.0625rem; }
p { margin: 0 0 12px; }
a { color: var(--accent); text-underline-offset: 3px; }
code { padding: 0 4px; border-radius: 5px; background: var(--tint); font: .8125rem ui-monospace, monospace; }
.soft { color: var(--soft); } .small { font-size: .875rem; } .good { color: var(--good); } .bad { color: var(--bad); }
.card { margin-top: 14px; padding: 16px; border: 1px solid var(--line); border-radius: 18px; background: var(--card); box-shadow: var(--shadow); }

.items { margin: 0; padding: 0; list-style: none; }
.items li { display: flex; gap: 12px; align-items: center; padding-bottom: 12px; }
.items img, .picture { flex: none; width: 44px; height: 44px; border-radius: 12px; object-fit: cover; background: var(--tint); }
.picture { display: grid; place-items: center; color: var(--soft); font-weight: 700; }
.name { display: -webkit-box; overflow: hidden; -webkit-box-orient: vertical; -webkit-line-clamp: 2; font-size: .9375rem; line-height: 1.4; }
.name a { color: inherit; }
.amount { margin-inline-start: auto; color: var(--soft); font-size: .875rem; white-space: nowrap; }
.total { display: flex; align-items: baseline; justify-content: space-between; margin: 0; padding-top: 12px; border-top: 1px dashed var(--line); }
.total strong { font-size: 1.5rem; letter-spacing: -.02em; }
.until { margin: 0; color: var(--soft); font-size: .8125rem; text-align: end; }

button, .button { display: inline-flex; gap: 8px; align-items: center; justify-content: center; min-height: 48px; padding: 10px 18px; border: 1px solid var(--edge); border-radius: 14px; background: var(--card); color: var(--ink); font: inherit; font-weight: 600; text-decoration: none; cursor: pointer; }
button:hover, .button:hover { filter: brightness(.96); }
.main { border-color: transparent; background: var(--accent); color: var(--accent-ink); }
.quiet { border-color: transparent; background: transparent; color: var(--soft); }
button.wide { width: 100%; margin-top: 10px; }
button.small { min-height: 36px; padding: 4px 12px; border-radius: 10px; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
.ways { display: grid; grid-template-columns: repeat(3, 1fr); gap: 8px; margin-top: 14px; }
.way { flex-direction: column; gap: 4px; min-height: 76px; padding: 10px 4px; font-size: .9375rem; }
.way:lang(ja) { padding: 10px 0; font-size: .875rem; }
.way.kakao { border-color: transparent; background: var(--kakao); color: var(--kakao-ink); }
.way.facebook { border-color: transparent; background: #0b5fcc; color: #fff; }
.note { min-height: 1.55em; margin: 12px 0 0; color: var(--ink); font-weight: 600; text-align: center; } .note:empty { min-height: 0; margin: 0; }
.chat { margin-top: 10px; padding: 14px; border-radius: 18px; background: var(--tint); }
.bubble { max-width: 17rem; margin-bottom: 10px; padding: 14px; border-radius: 4px 18px 18px; background: var(--card); }
.bubble .button { width: 100%; border-color: transparent; background: #0b5fcc; color: #fff; }
[data-method=kakao] .button { background: var(--kakao); color: var(--kakao-ink); } [data-method=link] .button { background: var(--accent); color: var(--accent-ink); }
.chat > p { margin: 0; } .chat .field { margin-bottom: 10px; }

fieldset { margin: 0; padding: 0; border: 0; } legend { padding: 0; margin-bottom: 8px; font-weight: 600; }
.methods { margin: 18px 0 12px; }
.choice { display: flex; gap: 12px; align-items: center; min-height: 52px; padding: 8px 16px; border: 1px solid var(--edge); border-radius: 14px; background: var(--card); cursor: pointer; }
.choice + .choice { margin-top: 8px; } .choice:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); font-weight: 600; }
input[type=radio], input[type=checkbox] { flex: none; width: 20px; height: 20px; margin: 0; accent-color: var(--accent); }
.badge { display: inline-block; padding: 1px 10px; border-radius: 999px; background: var(--tint); color: var(--soft); font-size: .8125rem; font-weight: 600; white-space: nowrap; }
.badge.paid { background: var(--good-tint); color: var(--good); } .badge.failed, .badge.cancelled, .badge.expired { background: var(--bad-tint); color: var(--bad); }
.ending { padding: 20px 0 8px; text-align: center; } h1:focus { outline: none; } .ending p:last-child { margin: 0; } .back { margin-top: 16px; text-align: center; }
[hidden] { display: none !important; }
`;

/** One style sheet for all pages, in both color schemes, with system fonts. */
export const styles = raw(baseStyles + dashboardStyles);
