const maxLength = 400_000;

/** Whatever begins with a scheme must be one of two; nothing that could carry markup (SVG). */
const wellFormed =
  /^(?:https:\/\/|data:(?:image\/(?:x-)?(?:png|p?jpe?g|webp)|application\/octet-stream)?[;,]|(?![a-z][a-z\d+.-]*:|\/\/))/i;

/** What is wrong with how the source of a picture is written, if anything is. Nothing is looked for. */
export function problemOfSource(source: string): string | undefined {
  if (source.length > maxLength) return `is too long: at most ${maxLength} characters`;
  if (wellFormed.test(source)) return undefined;
  return 'expected an https URL, a path, or data:image/png;base64,… (or jpeg, webp)';
}
