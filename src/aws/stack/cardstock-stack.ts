import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { ConfigError } from '../../errors.ts';
import { picturesPath, sealedPrefix } from '../../serve/url/paths.ts';
import { Alarms } from './alarms.ts';
import { Buckets } from './buckets.ts';
import { showFigures } from './dashboard.ts';
import { Delivery } from './delivery.ts';
import { Edge } from './edge.ts';
import { figuresOf } from './figures.ts';
import { Firewall } from './firewall.ts';
import { home } from './home.ts';
import type { CardstockStackProps } from './options.ts';
import { OriginalsAccess } from './originals.ts';
import { Renderer } from './renderer.ts';

/**
 * Cards on AWS: CloudFront with a function at its edge, a bucket, and a renderer for what the
 * bucket lacks; with alarms, and a firewall by option.
 *
 * @throws {ConfigError} it is to live elsewhere than in us-east-1, or there is no renderer yet.
 */
export class CardstockStack extends Stack {
  constructor(scope: Construct, id: string, props: CardstockStackProps = {}) {
    super(scope, id, { ...props, env: { region: home, ...props.env } });
    if (this.region !== home) {
      throw new ConfigError(
        `CardstockStack lives in ${home}, as all that CloudFront has: its certificates, firewall and figures.`,
      );
    }
    const { sealedPath = sealedPrefix } = props;
    const folder = sealedPath.slice(1);
    const buckets = new Buckets(this, 'Buckets', folder, props.keepDays ?? 400);
    const edge = new Edge(this, 'Edge', sealedPath, props.originals === undefined ? '' : picturesPath);
    const access = this.#access(props, edge);
    const renderer = new Renderer(this, 'Renderer', { ...props, pictures: buckets.pictures, folder, access });
    const firewallArn = this.#firewall(props)?.arn;
    const { distribution } = new Delivery(this, 'Delivery', { buckets, edge, renderer, firewallArn }, props);
    const figures = figuresOf(distribution, renderer.function);
    const { topic } = new Alarms(this, 'Alarms', figures, props);
    showFigures(this, figures);
    const address = `https://${props.domain?.names[0] ?? distribution.distributionDomainName}`;
    this.#tell({
      CardsUrl: [address, 'OG_CARDS_URL of whoever makes the URLs of cards'],
      SecretArn: [edge.secret.secretArn, 'Where OG_SECRETS is, for whoever signs them'],
      Store: [`s3://${buckets.pictures.bucketName}`, 'CARDSTOCK_STORE of builds that fill the bucket'],
      AlarmTopic: [topic.topicArn, 'Where alarms are heard'],
      ...(access?.token && { AdminTokenArn: [access.token.secretArn, 'Where OG_ADMIN_TOKEN is'] }),
    });
  }

  #access({ originals, ...wish }: CardstockStackProps, { secret }: Edge): OriginalsAccess | undefined {
    return originals === undefined
      ? undefined
      : new OriginalsAccess(this, 'Originals', originals, secret, wish);
  }

  #firewall({ firewall, originals }: CardstockStackProps): Firewall | undefined {
    if (!firewall) return undefined;
    const options = firewall === true ? {} : firewall;
    return new Firewall(this, 'Firewall', { ...options, takesUploads: originals !== undefined });
  }

  #tell(outputs: Readonly<Record<string, readonly [value: string, description: string]>>): void {
    for (const [name, [value, description]] of Object.entries(outputs))
      new CfnOutput(this, name, { value, description });
  }
}
