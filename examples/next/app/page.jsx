import { cardstock } from '../cardstock';

export const dynamic = 'force-dynamic'; // a page that is made beforehand has its card's URL from the build

export async function generateMetadata() {
  const card = { template: 'harbour', props: { title: 'High water at six' } };
  return { title: 'The harbour', openGraph: { images: [await cardstock.openGraph(card)] } };
}

export default function Page() {
  return <h1>The harbour</h1>;
}
