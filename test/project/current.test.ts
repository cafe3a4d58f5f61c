import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { Cardstock, cardUrl, cloudinaryUrl, ConfigError } from '../../src/index.ts';
import { secrets } from '../support/services.ts';

const hello = { template: 'plain', props: { title: 'Hello' } };

it('URLs of cards follow the config of the working folder, once there is one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cardstock-current-'));
  const spy = vi.spyOn(process, 'cwd').mockReturnValue(folder);
  vi.stubEnv('OG_SECRETS', secrets[0]);
  onTestFinished(() => {
    spy.mockRestore();
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });

  writeFileSync(join(folder, 'cardstock.config.ts'), 'export default {{');
  await expect(cardUrl(hello)).rejects.toThrow(ConfigError);

  writeFileSync(join(folder, 'cardstock.config.ts'), "export default { site: 'https://cards.example' };");
  const url = await cardUrl(hello);
  const { templates } = await import('../../templates/index.ts');
  const cardstock = new Cardstock({
    templates,
    config: { siteUrl: 'https://cards.example', secrets: [secrets[0]!] },
  });
  expect(url).toBe(await cardstock.cardUrl(hello));
  await expect(cloudinaryUrl(hello)).rejects.toThrow('CLOUDINARY_URL is not set');
});
