/** The account of the URL. */
export function useAccount() {
  const route = useRoute();
  return computed(() => {
    const { account } = route.query;
    return typeof account === 'string' ? account : 'loc_1';
  });
}
