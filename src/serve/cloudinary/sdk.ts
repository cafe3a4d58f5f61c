/** Loaded by those who have an account: it takes a tenth of a second. */
export async function loadSdk() {
  const { v2 } = await import('cloudinary');
  return v2;
}
