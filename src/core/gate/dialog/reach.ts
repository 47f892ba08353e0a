/**
 * Whether another device can open a link: not one to the computer it was made on, nor to a bare name of a private
 * network.
 */
export const isReachable = (link: string): boolean =>
  !/^([^.[]*|.*\.localhost|127\.[\d.]+|0\.0\.0\.0|\[::1?])$/.test(new URL(link).hostname);
