import { computed, signal } from '@preact/signals';
import type { Catalog, TemplateEntry } from '../../protocol.ts';
import { getCatalog } from '../net/api.ts';

/** All that there is to choose from, once it has come. */
export const catalog = signal<Catalog | undefined>(undefined);
export const templates = computed<readonly TemplateEntry[]>(() => catalog.value?.templates ?? []);
export const revision = computed(() => catalog.value?.revision ?? '');

export async function loadCatalog(): Promise<void> {
  catalog.value = await getCatalog();
}

export function templateNamed(name: string): TemplateEntry | undefined {
  return templates.value.find((template) => template.name === name);
}
