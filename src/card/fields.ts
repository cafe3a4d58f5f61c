import * as z from 'zod';

/** One or a few lines of text. Empty text counts as no text: leave the parameter out. */
export function text(maxLength: number, description: string): z.ZodString {
  return z.string().min(1).max(maxLength).describe(description);
}

/**
 * A picture inside the URL or the props: PNG, JPEG or WebP. Nothing that could carry
 * markup (SVG), and nothing that would have to be fetched.
 */
export function imageDataUrl(description: string): z.ZodString {
  return z
    .string()
    .max(400_000)
    .regex(/^data:image\/(png|jpeg|webp);base64,[A-Za-z0-9+/]+={0,2}$/, {
      error: 'expected data:image/png;base64,… (or jpeg, webp)',
    })
    .describe(description);
}
