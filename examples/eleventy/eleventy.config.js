import cardstock from 'cardstock/eleventy';

export default function (eleventy) {
  eleventy.addPlugin(cardstock, { site: 'https://eleventy.example.com' });
}
