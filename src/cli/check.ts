import { availableParallelism } from 'node:os';
import { styleText } from 'node:util';
import { plural } from '../system/plural.ts';
import { browserMegabytes, nodeMegabytes } from '../camera/settings.ts';
import { neededFiles } from '../camera/chromium/browser-process.ts';
import { expectedSandbox, sandboxChosen } from '../camera/chromium/sandbox.ts';
import type { Cardstock } from '../cardstock.ts';
import { readinessOf } from '../serve/operate/health.ts';
import { descriptorLimit } from '../system/descriptors.ts';
import { openCardstock } from './project.ts';
import { scarceFiles } from './scarce-files.ts';

type Level = 'ok' | 'warning' | 'problem';

interface Finding {
  readonly name: string;
  readonly level: Level;
  readonly message: string;
}

/** Says of this machine and these settings whether cards can be made and served, and what production would miss. */
export async function check({ json = false }: { json?: boolean }): Promise<void> {
  const cardstock = await openCardstock(); // settings that are wrong end here, with their name
  try {
    const sandbox = watchSandbox(cardstock);
    const probes = await probesOf(cardstock);
    const findings = [...settingsOf(cardstock), sandbox(), memoryOf(cardstock), descriptors(), ...probes];
    if (json) console.log(JSON.stringify({ findings }, undefined, 2));
    else for (const finding of findings) console.log(lineOf(finding));
    if (findings.some(({ level }) => level === 'problem')) process.exitCode = 1;
  } finally {
    await cardstock.close();
  }
}

function settingsOf({ config }: Cardstock): Finding[] {
  const { production, secrets, siteUrl, allowUnsigned, store } = config;
  const where: Finding = {
    name: 'mode',
    level: 'ok',
    message: production ? 'production' : 'development; NODE_ENV=production makes it production',
  };
  const wanting = (name: string, isMissing: boolean, missing: string, there: string): Finding => ({
    name,
    level: isMissing ? 'warning' : 'ok',
    message: isMissing ? missing : there,
  });
  return [
    where,
    wanting(
      'secrets',
      secrets.length === 0,
      'OG_SECRETS is not set: production will not start; cardstock secret prints one',
      `${plural(secrets.length, 'secret')}`,
    ),
    wanting(
      'unsigned',
      production && allowUnsigned,
      'OG_ALLOW_UNSIGNED=true: anyone may have anything drawn',
      allowUnsigned ? 'accepted here' : 'refused',
    ),
    wanting('site', !siteUrl, 'OG_SITE_URL is not set: card URLs cannot be made', siteUrl ?? ''),
    wanting('store', store === 'none', 'CARDSTOCK_STORE=none: each start begins with an empty cache', store),
  ];
}

/** What was found out when the probe card was drawn; what is expected where it was not. */
function watchSandbox({ config }: Cardstock): () => Finding {
  let state = expectedSandbox(config);
  sandboxChosen.subscribe((chosen) => (state = chosen));
  return () => ({
    name: 'sandbox',
    level: state.isOn ? 'ok' : 'warning',
    message: state.isOn
      ? 'Chromium runs in its sandbox'
      : `Chromium runs without a sandbox (${state.reason}): the container is the wall`,
  });
}

function memoryOf({ config }: Cardstock): Finding {
  const megabytes = Math.round(process.constrainedMemory() / 2 ** 20);
  const isLimited = megabytes > 0 && megabytes < 2 ** 40;
  const available = Math.min(
    isLimited ? megabytes : Infinity,
    Math.round(process.availableMemory() / 2 ** 20),
  );
  const needed = nodeMegabytes + config.memoryMegabytes + browserMegabytes * config.browsers;
  const message = `${available} MB here; ${plural(config.browsers, 'browser')} on ${plural(availableParallelism(), 'core')} want ${needed} MB`;
  return { name: 'memory', level: available < needed ? 'problem' : 'ok', message };
}

function descriptors(): Finding {
  const limit = descriptorLimit();
  if (limit === undefined)
    return { name: 'descriptors', level: 'ok', message: 'no limit that this system tells of' };
  const problem = scarceFiles(limit);
  const level = limit < neededFiles ? 'problem' : problem ? 'warning' : 'ok';
  return { name: 'descriptors', level, message: problem ?? String(limit) };
}

async function probesOf(cardstock: Cardstock): Promise<Finding[]> {
  const probes = { ...cardstock.probes, ...cardstock.rareProbes };
  const { checks } = await readinessOf(probes, { timeoutMs: 60_000 })();
  const others = Object.entries(checks).filter(([name]) => name !== 'sandbox'); // has a finding of its own
  return others.map(([name, { ok, ms, problem }]) => ({
    name,
    level: ok ? 'ok' : 'problem',
    message: ok ? `works, ${ms} ms` : (problem ?? 'does not work'),
  }));
}

const marks = { ok: ['✓', 'green'], warning: ['!', 'yellow'], problem: ['✗', 'red'] } as const;

function lineOf({ name, level, message }: Finding): string {
  const [mark, color] = marks[level];
  return `${styleText(color, mark)} ${name.padEnd(12)} ${message}`;
}
