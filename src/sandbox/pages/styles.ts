import { raw } from 'hono/html';

/** One sheet for every page, in both colour schemes, with the system's own fonts. */
export const styles = raw(`
:root {
  color-scheme: light dark;
  --ground: #f6f4f1; --card: #fff; --ink: #1c1917; --soft: #57534e; --line: #e0dbd5;
  --accent: #b43c0a; --accent-ink: #fff; --kakao: #fee500; --kakao-ink: #191600; --good: #15803d; --bad: #b91c1c; --note: #fff4d6; --note-ink: #6b4700;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #151310; --card: #211e1a; --ink: #f5f2ee; --soft: #b8b0a6; --line: #3b362f;
    --accent: #fdba74; --accent-ink: #1c1917; --good: #86efac; --bad: #fca5a5; --note: #3a2f14; --note-ink: #fde68a;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.55 system-ui, -apple-system, 'Apple SD Gothic Neo', 'Noto Sans KR', 'Noto Sans CJK KR', sans-serif; word-break: keep-all; overflow-wrap: anywhere; }
.banner { display: flex; gap: 8px; align-items: center; justify-content: center; padding: 8px 16px; background: var(--note); color: var(--note-ink); font-size: 14px; text-align: center; }
.banner b { padding: 1px 8px; border: 1.5px solid currentColor; border-radius: 999px; }
main { max-width: 30rem; margin: 0 auto; padding: 20px 16px 40px; }
main.wide { max-width: 72rem; }
h1 { margin: 0 0 4px; font-size: 1.375rem; line-height: 1.35; }
h2 { margin: 0 0 12px; font-size: 1.0625rem; }
p { margin: 0 0 12px; } .soft { color: var(--soft); } small, .small { font-size: 14px; }
.card { margin-top: 16px; padding: 18px; border: 1px solid var(--line); border-radius: 16px; background: var(--card); }
.items { margin: 0 0 12px; padding: 0; list-style: none; }
.items li { display: flex; gap: 12px; align-items: center; padding: 8px 0; }
.items li + li { border-top: 1px solid var(--line); }
.items img { width: 48px; height: 48px; border-radius: 10px; object-fit: cover; background: var(--line); }
.items span:last-child { margin-inline-start: auto; color: var(--soft); white-space: nowrap; }
.total { display: flex; align-items: baseline; justify-content: space-between; padding-top: 12px; border-top: 1px solid var(--line); }
.total strong { font-size: 1.375rem; }
.stack { display: grid; gap: 10px; margin-top: 16px; }
button, .button { display: inline-flex; align-items: center; justify-content: center; gap: 8px; min-height: 48px; padding: 10px 18px; border: 1px solid var(--line); border-radius: 12px; background: var(--card); color: var(--ink); font: inherit; font-weight: 600; text-decoration: none; cursor: pointer; }
button:hover, .button:hover { border-color: currentColor; }
button.main, .button.main { border-color: transparent; background: var(--accent); color: var(--accent-ink); }
button.kakao { border-color: transparent; background: var(--kakao); color: var(--kakao-ink); }
button.facebook { border-color: transparent; background: #0b5fcc; color: #fff; }
button.quiet { border-color: transparent; background: transparent; color: var(--soft); }
button.small { min-height: 36px; padding: 4px 12px; border-radius: 9px; }
:focus-visible { outline: 3px solid #1d4ed8; outline-offset: 2px; box-shadow: 0 0 0 2px #fff; }
fieldset { margin: 0; padding: 0; border: 0; } legend { padding: 0; margin-bottom: 8px; font-weight: 600; }
.choice { display: flex; gap: 10px; align-items: center; min-height: 48px; padding: 8px 14px; border: 1px solid var(--line); border-radius: 12px; cursor: pointer; }
.choice + .choice { margin-top: 8px; } .choice:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
input[type=radio], input[type=checkbox] { width: 20px; height: 20px; accent-color: var(--accent); }
input:not([type=radio], [type=checkbox]), select { width: 100%; min-height: 40px; padding: 6px 10px; border: 1px solid #8a8178; border-radius: 9px; background: var(--card); color: var(--ink); font: inherit; }
label.field { display: grid; gap: 4px; font-size: 14px; color: var(--soft); }
.fields { display: grid; gap: 12px; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); margin-bottom: 14px; }
.columns { display: grid; gap: 16px; } .columns .card { margin: 0; min-width: 0; }
@media (min-width: 900px) { .columns { grid-template-columns: 1fr 1fr; align-items: start; } }
.scroll { overflow-x: auto; } table { width: 100%; border-collapse: collapse; font-size: 14px; }
th, td { padding: 8px 10px 8px 0; border-bottom: 1px solid var(--line); text-align: start; white-space: nowrap; } th { color: var(--soft); font-weight: 500; }
a { color: var(--accent); } td form { display: inline; }
.badge { padding: 1px 9px; border: 1px solid currentColor; border-radius: 999px; font-size: 13px; font-weight: 600; }
.badge.paid, .good { color: var(--good); } .badge.failed, .badge.cancelled, .badge.expired, .bad { color: var(--bad); } .badge.waiting { color: var(--soft); }
.bubble { margin-top: 16px; padding: 14px; border-radius: 4px 16px 16px; background: var(--kakao); color: var(--kakao-ink); } .bubble a { color: inherit; } .bubble + p { margin-top: 10px; }
form + h2 { margin-top: 28px; } fieldset + button { margin-top: 14px; }
[hidden] { display: none !important; }
`);
