export const metadata = {
  title: 'The harbour',
  description: 'Tides and ships, told by those who wait for them.',
};

export default function Page() {
  return (
    <main>
      <h1>The harbour</h1>
      <p>Tides and ships, told by those who wait for them.</p>
    </main>
  );
}
