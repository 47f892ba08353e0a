/**
 * A part of the script that is loaded once, when it is first wanted. One that could not be loaded is tried again the
 * next time.
 */
export function lazyPart<Part>(load: () => Promise<Part>): () => Promise<Part> {
  let loading: Promise<Part> | undefined;
  const forget = (error: unknown): never => {
    loading = undefined;
    console.error(
      '[lc-identity-gate] A part of the script could not be loaded. Serve all files of its folder beside it.',
      error,
    );
    throw error;
  };
  return () => {
    loading ??= load().catch(forget);
    return loading;
  };
}
