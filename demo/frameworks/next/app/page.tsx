import { accountOf, type PageProps } from './account';
import { Numbers } from './numbers';

export default async function Page(props: PageProps) {
  return <Numbers account={await accountOf(props)} />;
}
