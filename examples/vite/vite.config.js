import cardstock from 'cardstock/vite';

export default { plugins: [cardstock({ site: 'https://vite.example.com' })] };
