/**
 * Starts a browser with a camera that shows a test picture and is allowed to every page. Five pictures a second: more
 * cost a good part of a core while a walk waits for something else.
 */
export const fakeCamera = ['--use-fake-device-for-media-stream=fps=5', '--use-fake-ui-for-media-stream'];
