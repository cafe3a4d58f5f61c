export const metadata = { title: 'High water at six', description: 'What the table says of Saturday.' };

export default function Page() {
  return (
    <main>
      <h1>High water at six</h1>
      <p>What the table says of Saturday.</p>
    </main>
  );
}
