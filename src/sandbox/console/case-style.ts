/** What the page of a case adds to the style sheet of the console. */
export const caseStyle = `
.case { display: grid; gap: 0 24px; grid-template-columns: minmax(0, 1fr) 340px; align-items: start; }
.case-look, .case-more { grid-column: 1; min-width: 0; }
.case-forms { grid-column: 2; grid-row: 1 / span 2; }
.case-forms h2 { margin: 8px 0; font-size: 18px; line-height: 24px; }
.case-forms form { display: grid; gap: 12px; margin-bottom: 8px; }
.case-forms p { margin: 0; }
.case-forms label { display: grid; gap: 4px; color: var(--quiet); font-size: 14px; }
.case-forms button { justify-self: start; }
.case-forms .actions { margin: 0; }
textarea { width: 100%; font-size: 16px; resize: vertical; }
.side-by-side { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 260px), 1fr)); gap: 8px 24px; }
figure { margin: 8px 0; min-width: 0; }
figcaption { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; margin-bottom: 8px; font-weight: 600; }
figure .pictures { display: grid; grid-template-columns: repeat(auto-fit, minmax(80px, 1fr)); gap: 8px; }
figure .pictures img { width: 100%; }
summary {
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
  align-items: center;
  min-height: 44px;
  color: var(--accent);
  cursor: pointer;
}
summary::before { content: '▸'; }
details[open] summary::before { content: '▾'; }
.plain { margin: 8px 0; padding: 0; list-style: none; }
.plain > li { padding: 4px 0; }
time { white-space: nowrap; }
figcaption time { font-weight: 400; }
.quiet { margin: 0; color: var(--quiet); font-size: 14px; }
.comments { margin: 8px 0; padding: 0; list-style: none; }
.comments p:last-child { margin: 0 0 16px; white-space: pre-line; }
@media (max-width: 900px) {
  .case { grid-template-columns: minmax(0, 1fr); }
  .case-forms { grid-column: 1; grid-row: auto; margin-top: 32px; }
}
`;
