/** What the embedding page, or a link, asked for; names as in the address, read once. */
export interface Parameters {
  /** Where the page runs: in a dialog of the SDK, in a frame of the host, or in a tab of its own. */
  place: 'embedded' | 'inline' | 'tab';
  containerId: string | null;
  /** The origin of the page that embeds this one, and the only one whose words count. */
  parentOrigin: string | null;
  /** Where messages go; differs from `parentOrigin` only when the host says so. */
  messageOrigin: string | null;
  inquiryId: string | null;
  templateId: string | null;
  templateVersionId: string | null;
  sessionToken: string | null;
  code: string | null;
  referenceId: string | null;
  accountId: string | null;
  redirectUri: string | null;
  fields: Record<string, string>;
  /** The scenario to play for this inquiry; see the kit's guide. */
  scenario: string | null;
  language: string | null;
  /** The colours asked for; null leaves it to the theme, and to the device where that says so. */
  variant: 'light' | 'dark' | null;
  /** Space around the page and around its bar, as in CSS; null without any. The SDK has it for the inline flow. */
  widgetPadding: string | null;
  navigationPadding: string | null;
  /** The whole query as it stands in the address: the server knows what it may say. */
  options: Record<string, string>;
}

/** Reads the address of the page. */
export function readParameters(address: URL): Parameters {
  const query = address.searchParams;
  const fields = [...query].flatMap(([key, value]) => {
    const name = /^fields\[([^\]]+)\]$/.exec(key)?.[1];
    return name ? [[name, value]] : [];
  });
  // The host may have a path of its own before it.
  const inFrame = address.pathname.endsWith('/widget');
  return {
    place: inFrame ? framedPlace(query) : 'tab',
    containerId: query.get('container-id'),
    parentOrigin: inFrame ? query.get('iframe-origin') : null,
    messageOrigin: inFrame ? messageOriginOf(query) : null,
    inquiryId: query.get('inquiry-id'),
    templateId: query.get('inquiry-template-id') ?? query.get('template-id'),
    templateVersionId: query.get('inquiry-template-version-id'),
    sessionToken: query.get('session-token'),
    code: query.get('code'),
    referenceId: query.get('reference-id'),
    accountId: query.get('account-id'),
    redirectUri: query.get('redirect-uri'),
    fields: Object.fromEntries(fields),
    scenario: query.get('scenario'),
    language: query.get('language'),
    variant: variantOf(query.get('style-variant')),
    widgetPadding: paddingOf(query, 'widget-padding'),
    navigationPadding: paddingOf(query, 'navigation-padding'),
    options: Object.fromEntries(query),
  };
}

const framedPlace = (query: URLSearchParams): 'embedded' | 'inline' =>
  query.get('flow-type') === 'inline' ? 'inline' : 'embedded';

/** Where messages go: to the origin that is named, unless it is none, of which the embedding page then hears. */
function messageOriginOf(query: URLSearchParams): string | null {
  const named = query.get('message-target-origin');
  return named && URL.canParse(named) ? named : query.get('iframe-origin');
}

function variantOf(text: string | null): Parameters['variant'] {
  if (text === 'dark') return 'dark';
  return text === null ? null : 'light';
}

function paddingOf(query: URLSearchParams, name: string): string | null {
  const sides = ['top', 'right', 'bottom', 'left'].map((side) => query.get(`${name}[${side}]`));
  return sides.some((side) => side !== null) ? sides.map((side) => `${Number(side ?? 0)}px`).join(' ') : null;
}
