export default defineEventHandler(() =>
  cardstock.openGraph({ template: 'harbour', props: { title: 'High water at six' } }),
);
