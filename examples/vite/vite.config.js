import cardstock from 'cardstock-og/vite';

export default { plugins: [cardstock({ site: 'https://vite.example.com' })] };
