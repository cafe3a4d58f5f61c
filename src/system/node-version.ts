/** The oldest that has all that is used here: `engines` of package.json says the same. */
const oldest = [22, 17] as const;

/** What is wrong with a version of Node, and the way out; nothing where it will do. */
export function complaintOf(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return undefined;
  const needed = oldest.join('.');
  return `Node ${version} is too old: Cardstock needs ${needed} or newer. "nvm install 24" gets one, as does https://nodejs.org.`;
}
