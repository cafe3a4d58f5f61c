/** What the examples of the `code` template show. */
export const sampleCode = {
  typescript: `import { Cardstock } from 'cardstock-og';
import { templates } from './templates';

const cardstock = new Cardstock({ templates });

export default cardstock.respond;`,

  rust: `impl TryFrom<&str> for Email {
    type Error = ParseError;

    fn try_from(text: &str) -> Result<Self, Self::Error> {
        let (name, host) = text.split_once('@')?;
        Ok(Self { name: name.into(), host: host.parse()? })
    }
}`,

  python: `def followers(text: Iterable[str]) -> dict[str, Counter[str]]:
    """Which words come after which, and how often they do."""
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for word, following in pairwise(text):
        table[word][following] += 1
    return table

def words(path: Path) -> Iterator[str]:
    """Every word of a book, in the order it is read."""
    with path.open(encoding="utf-8") as book:
        for line in book:
            yield from line.lower().split()

def continued(table, word: str) -> Iterator[str]:
    """How the book might have gone on."""
    while word in table:
        yield word
        seen = table[word]
        [word] = random.choices(list(seen), seen.values())

if __name__ == "__main__":
    table = followers(words(Path("moby-dick.txt")))
    for word in islice(continued(table, "white"), 20):
        print(word, end=" ")`,

  arabic: `from datetime import date, timedelta

def working_days(start: date, length: int) -> int:
    # الجمعة والسبت عطلة نهاية الأسبوع
    weekend = {4, 5}
    days = (start + timedelta(n) for n in range(length))
    return sum(day.weekday() not in weekend for day in days)`,

  japanese: `async function retry(work, tries = 5) {
  try {
    return await work(); // 成功したらすぐに戻る
  } catch (error) {
    if (tries === 1) throw error;
    await sleep(1000); // 少し待ってから
    return retry(work, tries - 1); // もう一度
  }
}`,

  emoji: `const moods = { 200: '🎉', 304: '😌', 404: '🔍', 503: '🫠' };

export function mood(response) {
  return moods[response.status] ?? '🤷';
}`,

  diff: `@@ -12,5 +12,5 @@ export class Cache {
   async get(key) {
-    const hit = await disk.read(key);
+    const hit = this.memory.get(key) ?? await disk.read(key);
     if (hit) return hit;
     return this.render(key);
   }`,

  bash: `npm install cardstock`,
} as const;
