/** Under which names intents are kept in the browser: the account's page looks for them before it loads anything. */
export const underWayPrefix = 'lc-number-purchase ';
