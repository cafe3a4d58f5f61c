import { type Agent, detect, getUserAgent, resolveCommand } from 'package-manager-detector';

/** What a project is installed by, as one types it. */
export interface PackageManager {
  /** As in `npm install --save-dev cardstock-og`. */
  readonly install: string;
  /** As in `npx cardstock-og`. */
  readonly call: string;
  /** As in `npm run build`. */
  readonly run: (script: string) => string;
  /** Whether `postbuild` follows `build` by itself. */
  readonly runsAfterwards: boolean;
}

/** By the lock file of the project or of its workspace; else by what this process was called through. */
export async function packageManagerOf(folder: string): Promise<PackageManager> {
  const { agent } = (await detect({ cwd: folder })) ?? { agent: getUserAgent() ?? 'npm' };
  return {
    install: command(agent, 'add', ['-D', 'cardstock-og']),
    call: command(agent, 'execute-local', ['cardstock-og']),
    run: (script) => command(agent, 'run', [script]),
    runsAfterwards: !['yarn@berry', 'deno'].includes(agent),
  };
}

function command(agent: Agent, name: 'add' | 'execute-local' | 'run', words: string[]): string {
  const { command, args } = resolveCommand(agent, name, words) ?? { command: 'npx', args: words };
  return [command, ...args].join(' ');
}
