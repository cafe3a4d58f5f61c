/**
 * A language as `og:locale` has it, with a country: that which most of its readers live in,
 * where the language names none. `en` is `en_US`, and `zh-Hant` is `zh_TW`.
 */
export function ogLocale(language: string | undefined): string | undefined {
  if (!language) return undefined;
  try {
    const { language: base, region } = new Intl.Locale(language).maximize();
    return region && /^[A-Z]{2}$/.test(region) ? `${base}_${region}` : undefined;
  } catch {
    return undefined;
  }
}
