import { accountOf, type PageProps } from '../account';
import { Brand } from './brand';

export default async function Page(props: PageProps) {
  return <Brand account={await accountOf(props)} />;
}
