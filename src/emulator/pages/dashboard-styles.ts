/** The styles of the dashboard: lists and forms. */
export const dashboardStyles = `
main.wide { max-width: 70rem; padding-top: 28px; }
/* The page shows it once more below. */
@media (max-width: 30rem) { .banner:has(nav) > span { display: none; } } .wide h1 { font-size: 1.75rem; } .wide .card { padding: 20px; }
.warning { display: flex; flex-wrap: wrap; gap: 6px 10px; align-items: center; margin: 14px 0 0; padding: 12px 16px; border-radius: 14px; background: var(--bad-tint); color: var(--bad); }
.warning code { background: transparent; box-shadow: inset 0 0 0 1px currentColor; }
.rows { margin: 0; padding: 0; list-style: none; }
.rows li { display: grid; grid-template: 'lead figure' auto 'facts facts' auto 'actions actions' auto / 1fr auto; gap: 4px 16px; align-items: center; padding: 14px 0; border-top: 1px solid var(--line); }
.rows li:last-child { padding-bottom: 0; } .rows p { margin: 0; }
.lead { grid-area: lead; display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; }
.figure { grid-area: figure; font-weight: 700; text-align: end; font-variant-numeric: tabular-nums; }
.facts { grid-area: facts; color: var(--soft); font-size: .875rem; } .facts span + span::before { content: '· '; }
.actions { grid-area: actions; display: flex; flex-wrap: wrap; gap: 6px 14px; align-items: center; }
.actions a { padding: 6px 0; font-size: .875rem; }
@media (min-width: 760px) {
  .rows li { grid-template: 'lead figure actions' auto 'facts figure actions' auto / 1fr auto 15.5rem; }
  .actions { justify-content: flex-end; }
}
.columns { display: grid; gap: 14px; margin-top: 14px; } .columns .card { min-width: 0; margin: 0; } .columns .card + .card { margin-top: 14px; }
@media (min-width: 900px) { .columns { grid-template-columns: 1fr 1fr; align-items: start; } }
.columns fieldset + fieldset, .fields + fieldset { margin-top: 20px; padding-top: 16px; border-top: 1px solid var(--line); } .fields + fieldset { margin-top: 16px; }
.columns legend { padding-inline-end: 10px; } .columns fieldset:first-child legend { padding: 0; }
.fields { display: grid; gap: 12px 14px; grid-template-columns: repeat(auto-fill, minmax(12.5rem, 1fr)); }
label.field { display: grid; gap: 4px; align-content: end; color: var(--soft); font-size: .875rem; }
.field input, .field select { width: 100%; min-height: 42px; padding: 6px 12px; border: 1px solid var(--edge); border-radius: 10px; background: var(--card); color: var(--ink); font: inherit; font-size: 1rem; }
.field.on { color: var(--bad); } .field.on input, .field.on select { border-color: var(--bad); box-shadow: inset 0 0 0 1px var(--bad); }
.api { display: grid; gap: 4px; margin: 0; } .api dt { color: var(--soft); font-size: .875rem; } .api dd { margin: 0 0 8px; }
.field output { padding: 8px 0; color: var(--ink); font-size: .9375rem; }
.columns .main { margin-top: 18px; } .columns form:not(.inline) + form { margin-top: 4px; }
.inline, .ticks { display: flex; flex-wrap: wrap; gap: 8px; } .ticks { gap: 10px 20px; } .ticks label { display: inline-flex; gap: 8px; align-items: center; min-height: 28px; }
`;
