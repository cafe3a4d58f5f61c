import { ConfigError } from '../../../errors.ts';
import { readDeployment } from '../../../system/settings/deployment.ts';

/** Of a `netlify.toml` like ours, by which a function comes without twenty megabytes that few use. */
const leavesSdk = '"!node_modules/@{aws-sdk,aws-crypto,smithy}/**"';

/** That a part of the AWS SDK is not there, and how it comes to be. */
export function missingSdk(needs: string, sdk: string, cause: unknown): ConfigError {
  const install = `To use it: npm install ${sdk}`;
  const where = readDeployment(process.env).netlify
    ? `, and take the line ${leavesSdk} out of netlify.toml if it is there: it leaves the SDK out of the function.`
    : '';
  return new ConfigError(`${needs}, and the SDK for it is not installed. ${install}${where}`, cause);
}
