/** The style sheet of the reviewer console. */
export const dashboardStyle = `
:root {
  color-scheme: light dark;
  --text: light-dark(#1a2230, #eef1f6);
  --quiet: light-dark(#556072, #a9b3c2);
  --page: light-dark(#f3f5f8, #12161c);
  --card: light-dark(#fff, #1b2028);
  --line: light-dark(#8791a1, #717d90);
  --accent: light-dark(#1f5fbf, #8ab8ff);
  --on-accent: light-dark(#fff, #10151d);
  --good: light-dark(#14663a, #8fdcb0);
  --bad: light-dark(#a3261b, #ffb4a9);
  --wait: light-dark(#7a4b00, #ffd08a);
}
* { box-sizing: border-box; }
body {
  margin: 0;
  background: var(--page);
  color: var(--text);
  font: 16px/1.5 system-ui, sans-serif;
  overflow-wrap: anywhere;
}
header { background: var(--card); border-bottom: 1px solid color-mix(in srgb, var(--line) 40%, transparent); }
header nav, main { max-width: 1120px; margin: 0 auto; padding: 8px 24px; }
nav { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 24px; }
nav strong { margin-inline-end: auto; }
nav a { display: inline-flex; align-items: center; min-height: 44px; color: inherit; text-decoration: none; }
nav a[aria-current], nav a:hover {
  color: var(--accent);
  text-decoration: underline;
  text-underline-offset: 6px;
}
main { padding-block: 24px 64px; }
h1 { margin: 0 0 16px; font-size: 24px; line-height: 32px; }
h2 { margin: 32px 0 8px; font-size: 20px; line-height: 28px; }
a { color: var(--accent); }
.card {
  overflow-x: auto;
  padding: 8px 16px;
  border: 1px solid color-mix(in srgb, var(--line) 40%, transparent);
  border-radius: 12px;
  background: var(--card);
}
.card + .card { margin-top: 16px; }
.empty { margin: 8px 0; color: var(--quiet); }
table { width: 100%; border-collapse: collapse; }
th { color: var(--quiet); font-size: 14px; font-weight: 600; text-align: start; }
th, td {
  padding: 8px 16px 8px 0;
  border-bottom: 1px solid color-mix(in srgb, var(--line) 25%, transparent);
  vertical-align: baseline;
}
tr:last-child td { border-bottom: 0; }
td a { display: inline-flex; align-items: center; min-height: 44px; margin-block: -8px; }
dl { display: grid; grid-template-columns: minmax(120px, max-content) 1fr; gap: 8px 24px; margin: 8px 0; }
dt { color: var(--quiet); } dd { margin: 0; }
.badge {
  display: inline-block;
  padding: 0 10px;
  border: 1px solid currentColor;
  border-radius: 12px;
  font-size: 14px;
  white-space: nowrap;
}
.good { color: var(--good); } .bad { color: var(--bad); } .wait { color: var(--wait); }
.actions { display: flex; flex-wrap: wrap; gap: 8px; margin: 16px 0; }
button {
  min-height: 44px;
  padding: 8px 16px;
  border: 1px solid var(--line);
  border-radius: 8px;
  background: var(--card);
  color: var(--text);
  font: inherit;
  font-weight: 600;
  cursor: pointer;
}
button.primary { border-color: transparent; background: var(--accent); color: var(--on-accent); }
button:hover { filter: brightness(0.94); }
input, select, textarea {
  min-height: 44px;
  width: min(100%, 560px);
  padding: 8px 12px;
  border: 1px solid var(--line);
  border-radius: 8px;
  background: var(--card);
  color: var(--text);
  font: inherit;
}
.chosen {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: space-between;
  gap: 8px 16px;
  margin: 8px 0 16px;
}
.fields {
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 1fr));
  align-items: end;
  gap: 16px;
  margin: 8px 0;
}
.fields label { display: grid; gap: 4px; color: var(--quiet); font-size: 14px; }
.fields input, .fields select { width: 100%; font-size: 16px; }
.fields button { justify-self: start; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.pictures { display: flex; flex-wrap: wrap; gap: 16px; margin: 8px 0; padding: 0; list-style: none; }
.pictures img {
  display: block;
  height: 152px;
  max-width: 100%;
  border: 1px solid var(--line);
  border-radius: 8px;
}
.notice {
  padding: 12px 16px;
  border-inline-start: 4px solid var(--accent);
  border-radius: 4px;
  background: var(--card);
}
.notice.bad { border-color: currentColor; }
@media (max-width: 600px) {
  header nav, main { padding-inline: 16px; }
  nav strong { flex-basis: 100%; }
  dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: 8px; }
  table, tbody, tr, td { display: block; } thead { display: none; }
  tr { padding-block: 8px; border-bottom: 1px solid color-mix(in srgb, var(--line) 25%, transparent); }
  td { display: grid; grid-template-columns: 96px 1fr; gap: 8px; padding: 4px 0; border: 0; }
  tr:last-child { border-bottom: 0; }
  td::before { content: attr(data-name); color: var(--quiet); font-size: 14px; line-height: 24px; }
}
`;
