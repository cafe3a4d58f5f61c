import type { Page } from '../read/page/page.ts';
import { eventDate } from '../read/words/dates.ts';

/** What only events, and episodes, have to say for props. */
export function detailsOfPage(page: Page): Record<string, unknown> {
  if (startOf(page)) return detailsOfEvent(page);
  return isEpisode(page) ? detailsOfEpisode(page) : {};
}

/** The day of an event, which its card cannot do without. */
export function startOf({ subject = '', details, language }: Page): string | undefined {
  const isEvent = /Event$|^(?:Festival|Hackathon|CourseInstance)$/.test(subject);
  return isEvent && details.startsAt ? eventDate(details.startsAt, language)?.slice(0, 10) : undefined;
}

/** Whether a page is about something to hear or see, and says enough of it to be set. */
export function isEpisode({ subject = '', details: { series, duration, episodeNumber } }: Page): boolean {
  const isOne = /^(?:Podcast|Radio|TV)Episode$|^VideoObject$/.test(subject);
  return isOne && [series, duration, episodeNumber].some((value) => value !== undefined);
}

function detailsOfEvent(page: Page): Record<string, unknown> {
  const { details, language } = page;
  const date = startOf(page)!;
  const end = details.endsAt && eventDate(details.endsAt, language)?.slice(0, 10);
  return {
    date,
    endDate: end && end > date ? end : undefined,
    time: timeIn(details.startsAt!, language),
    place: details.place,
    speakers: details.performers,
  };
}

/** The time of the day where the event is, as its page writes it; midnight stands for none. */
function timeIn(moment: string, language: string | undefined): string | undefined {
  const [, hours, minutes] = /T(\d\d):(\d\d)/.exec(moment) ?? [];
  if (!hours || !minutes || (hours === '00' && minutes === '00')) return undefined;
  const day = new Date(Date.UTC(2000, 0, 1, Number(hours), Number(minutes)));
  return new Intl.DateTimeFormat(language ?? 'en', { timeStyle: 'short', timeZone: 'UTC' }).format(day);
}

function detailsOfEpisode({ subject, details, language, siteName }: Page): Record<string, unknown> {
  const { episodeNumber, series, duration } = details;
  return {
    show: series ?? siteName,
    episode: episodeNumber && /^\d+$/.test(episodeNumber) ? `#${episodeNumber}` : episodeNumber,
    duration: duration && lengthOf(duration, language),
    kind: subject === 'VideoObject' || subject === 'TVEpisode' ? 'video' : 'audio',
  };
}

/** `PT1H5M` is "1 hr 5 min"; seconds count where there is nothing else. */
function lengthOf(duration: string, language: string | undefined): string | undefined {
  const parts = /^P(?:\d+D)?T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?$/.exec(duration);
  if (!parts) return undefined;
  const [hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  const total = hours * 60 + minutes + (seconds >= 30 && hours + minutes > 0 ? 1 : 0);
  const amounts: [number, string][] =
    total > 0
      ? [
          [Math.floor(total / 60), 'hour'],
          [total % 60, 'minute'],
        ]
      : [[seconds, 'second']];
  const said = amounts.filter(([amount]) => amount > 0);
  return (
    said
      .map(([amount, unit]) =>
        new Intl.NumberFormat(language ?? 'en', { style: 'unit', unit, unitDisplay: 'short' }).format(amount),
      )
      .join(' ') || undefined
  );
}
