import * as z from 'zod';
import { color, image, text, theme } from '../../src/template.ts';

/** A day, as `YYYY-MM-DD`. */
export function day(): z.ZodISODate {
  return z.iso.date({ error: 'expected a date as in 2026-11-22' });
}

export function date(): z.ZodOptional<z.ZodISODate> {
  return day().optional().describe('YYYY-MM-DD');
}

export function site(description = 'The name of the site'): z.ZodOptional<z.ZodString> {
  return text(40, description).optional();
}

/** Of every design: the logo, light or dark, and the colour of what it names. */
export function look(coloured: string, brand: string) {
  return {
    logo: image('The logo, which may be see-through', { maxPixelsSide: 320 }).optional(),
    theme: theme(),
    brand: color(`The colour of ${coloured}, as in ${brand}`).default(brand),
  };
}
