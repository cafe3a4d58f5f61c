import withCardstock from 'cardstock-og/next';

export default withCardstock({ output: 'standalone' });
