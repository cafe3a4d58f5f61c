import type { Template } from '../src/template.ts';
import type { props } from './event.tsx';

/** What the gallery shows, and the tests photograph. */
export const examples: Template<typeof props>['examples'] = {
  short: {
    name: 'An evening of small machines',
    date: '2026-11-27',
    time: '19:30',
    place: 'Old Boiler House, Lindenau',
    speakers: ['Ida Falkenberg', 'Tomás Arrieta'],
    site: 'Workshop Fridays',
  },
  days: {
    name: 'Tidewater Conference',
    date: '2027-05-12',
    endDate: '2027-05-14',
    time: 'Three days, one stage',
    place: 'Harbour Hall, Bergen',
    speakers: ['Nadia Brenner', 'Kwame Asante', 'Marta Lindqvist'],
    brand: '#0d5c75',
  },
  dark: {
    name: 'Listening to the northern lights',
    date: '2026-12-09',
    time: 'from 21:00',
    place: 'City Observatory, north dome',
    speakers: ['Dr. Aino Salmela'],
    site: 'Open Nights',
    theme: 'dark',
    brand: '#c9f26b',
  },
  long: {
    name: 'The fourteenth annual gathering of people who look after very old and very large trees',
    date: '2026-09-29',
    endDate: '2026-10-02',
    time: 'Daily from nine in the morning',
    place: 'Botanical Institute, Great Lecture Theatre, north wing',
    speakers: ['Maximiliane von Hohenberg', 'Bartholomew Okonkwo', 'Yusuf Demir'],
    site: 'Society for Ancient Trees',
    brand: '#2f6b3c',
  },
  rtl: {
    name: 'أمسية شعرية على ضوء القمر',
    date: '2026-12-18',
    time: 'الثامنة مساءً',
    place: 'حديقة المكتبة، تونس',
    speakers: ['سلمى الحداد', 'ليان القاسم'],
    site: 'نادي القراءة',
    brand: '#1f5f8b',
  },
  cjk: {
    name: '冬の星を見る会',
    date: '2026-12-12',
    time: '18時30分から',
    place: '港町天文台 屋上',
    speakers: ['佐々木 航', '森川 千尋'],
    site: '港町だより',
    brand: '#26358c',
  },
  emoji: {
    name: 'Pumpkin soup for the whole street 🎃',
    date: '2026-10-31',
    time: 'from five until the pot is empty',
    place: 'Number 12, in the yard 🍲',
    brand: '#f08a24',
  },
  bare: { name: 'Winter concert', date: '2026-12-20' },
};
