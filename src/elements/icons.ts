import { type SVGTemplateResult, svg } from 'lit';

/** Line icons on a 24 px grid, drawn in the text colour and hidden from screen readers. */
const icon = (paths: SVGTemplateResult): SVGTemplateResult => svg`<svg
  aria-hidden="true" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor"
  stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">${paths}</svg>`;

export const icons = {
  close: icon(svg`<path d="M6 6l12 12M18 6L6 18" />`),
  id: icon(
    svg`<rect x="3" y="5" width="18" height="14" rx="2.5" />
      <circle cx="8.5" cy="11" r="2" />
      <path d="M5.5 16c.6-1.6 1.7-2.4 3-2.4s2.4.8 3 2.4M14.5 10h4M14.5 14h4" />`,
  ),
  selfie: icon(
    svg`<path d="M4 8.5A1.5 1.5 0 0 1 5.5 7H8l1.5-2h5L16 7h2.500A1.5 1.5 0 0 1 20 8.500v9A1.5 1.5 0 0 1 18.5
        19h-13A1.5 1.5 0 0 1 4 17.500z" />
      <circle cx="12" cy="12.8" r="3.2" />`,
  ),
  clock: icon(svg`<circle cx="12" cy="12" r="8.5" /><path d="M12 7.500V12l3 2" />`),
  check: icon(svg`<path d="M5 12.500l4.5 4.500L19 7.5" />`),
  shield: icon(
    svg`<path d="M12 3.500l7 2.500v5.500c0 4.3-2.9 7.5-7 9-4.1-1.5-7-4.7-7-9V6z" />
      <path d="M9 12l2.2 2.200L15.2 10" />`,
  ),
  person: icon(svg`<circle cx="12" cy="8.5" r="3.5" /><path d="M5 20c.8-3.8 3.5-5.8 7-5.800s6.2 2 7 5.8" />`),
  warning: icon(svg`<path d="M12 4.500l8.5 15h-17z" /><path d="M12 10v4.500M12 17.200v.1" />`),
  retry: icon(svg`<path d="M19.5 12a7.5 7.5 0 1 1-2.2-5.300M19.5 4v4h-4" />`),
  phone: icon(
    svg`<path d="M6 4h3l1.5 4.5-2 1.500a11 11 0 0 0 5.5 5.500l1.5-2L20 15v3c0 1.1-.9 2-2 2C10.8 20 4 13.2 4
        6c0-1.1.9-2 2-2z" />`,
  ),
};
