// What cards cost on AWS, from list prices of us-east-1 in US dollars and what we assume:
// "node docs/aws-costs.js" prints the tables of aws.md, and a test holds them together.

/** The CloudFront prices were read on 2026-11-28; the others are those of AWS's lists as we know them. */
const price = {
  cdnRequest: 1.0 / 1e6,
  cdnGigabyte: 0.085,
  shieldRequest: 0.75 / 1e6,
  edgeFunction: 0.1 / 1e6,
  edgeRead: 0.03 / 1e6,
  lambdaGigabyteSecond: 0.0000166667,
  lambdaRequest: 0.2 / 1e6,
  bucketWrite: 5 / 1e6,
  bucketRead: 0.4 / 1e6,
  bucketGigabyteMonth: 0.023,
  logGigabyte: 0.5,
  alarmMonth: 0.1,
  metricMonth: 0.3,
  secretMonth: 0.4,
  dashboardMonth: 3,
  firewallMonth: 5,
  firewallRuleMonth: 1,
  firewallRequest: 0.6 / 1e6,
};

const assumed = {
  cardKilobytes: 60,
  renderSeconds: 0.25,
  renderGigabytes: 1769 / 1024,
  logKilobytes: 1,
};

const million = 1e6;
const gigabytes = (kilobytes) => (million * kilobytes) / 1e6;
const { cardKilobytes, renderSeconds, renderGigabytes, logKilobytes } = assumed;

const hits = [
  ['requests', million * price.cdnRequest],
  ['the edge function and what it reads', million * (price.edgeFunction + price.edgeRead)],
  ['60 GB to those who asked', gigabytes(cardKilobytes) * price.cdnGigabyte],
];

const cards = [
  [
    'the renderer, 0.25 s each',
    million * (renderSeconds * renderGigabytes * price.lambdaGigabyteSecond + price.lambdaRequest),
  ],
  ['the bucket: a lease, a picture, three looks', million * (2 * price.bucketWrite + 3 * price.bucketRead)],
  ['Origin Shield', million * price.shieldRequest],
  ['1 GB of log', gigabytes(logKilobytes) * price.logGigabyte],
  ['60 GB kept for a month', gigabytes(cardKilobytes) * price.bucketGigabyteMonth],
];

const monthly = [
  ['12 alarms', 12 * price.alarmMonth],
  ["8 figures of CloudFront's and 7 of ours", 15 * price.metricMonth],
  ['the dashboard', price.dashboardMonth],
  ['the secret', price.secretMonth],
];

const firewall = [
  ['the list and its 5 rules, a month', price.firewallMonth + 5 * price.firewallRuleMonth],
  ['a million requests', million * price.firewallRequest],
];

function table(title, rows) {
  const sum = rows.reduce((total, [, dollars]) => total + dollars, 0);
  const lines = [...rows, ['**together**', sum]].map(
    ([what, dollars]) => `| ${what} | ${dollars.toFixed(2)} |`,
  );
  return [`| ${title} | $ |`, '| --- | ---: |', ...lines].join('\n');
}

export const tables = [
  table('a million hits at CloudFront', hits),
  table('a million cards that are made', cards),
  table('a month, whoever comes', monthly),
  table('with the firewall, also', firewall),
];

if (process.argv[1] === import.meta.filename) console.log(tables.join('\n\n'));
