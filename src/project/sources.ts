import type { PictureImport, ProjectConfig } from './define-config.ts';
import type { WarmSource } from '../site/warm/source.ts';

/** What `cardstock warm <name>` warms, where the config has something of that name to warm. */
export function warmSourceOf({ sources = [] }: ProjectConfig, name: string): WarmSource | undefined {
  if (isList(sources)) return sources.find((source) => source.name === name);
  const source = Object.hasOwn(sources, name) ? sources[name] : undefined;
  return source && 'target' in source ? { name, ...source } : undefined;
}

/** What `cardstock import <name>` imports, where the config has something of that name to import. */
export function importSourceOf({ sources = [] }: ProjectConfig, name: string): PictureImport | undefined {
  if (isList(sources)) return undefined;
  const source = Object.hasOwn(sources, name) ? sources[name] : undefined;
  return source && 'from' in source ? source : undefined;
}

/** All of these. */
export function importNames({ sources = [] }: ProjectConfig): string[] {
  return isList(sources) ? [] : Object.keys(sources).filter((name) => 'from' in sources[name]!);
}

function isList(sources: NonNullable<ProjectConfig['sources']>): sources is readonly WarmSource[] {
  return Array.isArray(sources);
}
