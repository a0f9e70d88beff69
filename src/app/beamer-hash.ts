/** The address of the window on a beamer: the page itself with the name of a channel behind #. */

const HASH = '#beamer=';

export const beamerAddress = (channel: string): string => `${location.pathname}${location.search}${HASH}${channel}`;

/** The channel a window is for; undefined when it is not one on a beamer. */
export const beamerOf = (hash: string): string | undefined =>
  hash.startsWith(HASH) ? hash.slice(HASH.length) : undefined;
