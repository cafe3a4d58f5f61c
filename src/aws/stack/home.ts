/** Where CloudFront is at home: its certificates, its firewall and its figures are there alone. */
export const home = 'us-east-1';
