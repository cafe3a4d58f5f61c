import type { StackProps } from 'aws-cdk-lib';

/** A domain of your own before the cards. */
export interface CardDomain {
  /** As in `['cards.example.com']`; their records are yours to set. */
  readonly names: string[];
  /** Of a certificate in us-east-1 that covers them. */
  readonly certificateArn: string;
}

export interface FirewallOptions {
  /** How many requests an address may send in five minutes. @default 2000 */
  readonly requestsPerFiveMinutes?: number;
}

export interface CardstockStackProps extends StackProps {
  /** What `cardstock aws build` has made. @default '.cardstock/aws/renderer' */
  readonly renderer?: string;
  /** @default the name that CloudFront gives */
  readonly domain?: CardDomain;
  /** Where sealed cards lie, as the `paths` of the config have it. @default '/og/' */
  readonly sealedPath?: string;
  /**
   * Where pictures of the site's own lie, as in `s3://bucket/originals`: they are served below `/img/`.
   * @default there are none
   */
  readonly originals?: string;
  /**
   * Whoever has the token that the stack makes may upload, list and remove them below
   * `/api/pictures`; so may those of `OG_ADMIN_JWT` in `environment`. @default nobody
   */
  readonly administrators?: boolean;
  /** Of the renderer; 1769 is one core. @default 1769 */
  readonly memoryMegabytes?: number;
  /**
   * How many renderers there may be at once, and so what a day can cost; 0 reserves none, for accounts
   * whose own limit is too low to reserve from.
   * @default 10
   */
  readonly reservedConcurrency?: number;
  /** How long a picture stays in the bucket. @default 400 */
  readonly keepDays?: number;
  /** Browsers come by HTTPS alone for a year. @default false */
  readonly hsts?: boolean;
  /** AWS WAF before it all, which costs by the month and by the request. @default false */
  readonly firewall?: boolean | FirewallOptions;
  /** Who hears the alarms. @default nobody, until somebody subscribes to the topic */
  readonly alarmEmail?: string;
  /** More than that, for five minutes on end, is an alarm. @default 600 */
  readonly expectedRequestsPerMinute?: number;
  /** Settings of the renderer, such as `OG_FALLBACK`. */
  readonly environment?: Readonly<Record<string, string>>;
}
