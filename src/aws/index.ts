export { CardstockStack } from './stack/cardstock-stack.ts';
export type { CardDomain, CardstockStackProps, FirewallOptions } from './stack/options.ts';
