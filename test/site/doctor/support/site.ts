import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { examine, type ExamineOptions } from '../../../../src/site/doctor/examine.ts';
import type { PageReport } from '../../../../src/site/doctor/report.ts';

export type Files = Readonly<Record<string, string | Buffer>>;

/** A folder with these files in it that goes when the test ends. */
export function makeFolder(files: Files = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'cardstock-site-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

export async function examineAll(target: string, options: ExamineOptions = {}): Promise<PageReport[]> {
  const reports: PageReport[] = [];
  for await (const report of examine(target, options)) reports.push(report);
  return reports;
}

/** What doctor says of a site that is to be at https://example.com. */
export async function examineFiles(files: Files, options: ExamineOptions = {}): Promise<PageReport[]> {
  return examineAll(makeFolder(files), { siteUrl: 'https://example.com', ...options });
}
