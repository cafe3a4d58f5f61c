import cardstock from 'cardstock-og/eleventy';

export default function (eleventy) {
  eleventy.addPlugin(cardstock, { site: 'https://eleventy.example.com' });
}
