/** What Next gives a page of the URL. */
export interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function accountOf({ searchParams }: PageProps): Promise<string> {
  const { account } = await searchParams;
  return typeof account === 'string' ? account : 'loc_1';
}
