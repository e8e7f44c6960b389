import { m } from '$lib/paraglide/messages';
import { getLocale, type Locale } from '$lib/paraglide/runtime';

/** Pages show dates and hours of Milan, whatever time zone the server or the phone has. */
const timeZone = 'Europe/Rome';

const regions = { it: 'it-IT', en: 'en-GB' } as const;

/** Makes each format once a language, at first use: making one takes a hundred times as long as using it. */
function perLanguage<Format>(make: (region: string) => Format): (locale?: Locale) => Format {
	const made = new Map<string, Format>();
	return (locale = getLocale()) => {
		const region = regions[locale];
		const format = made.get(region) ?? make(region);
		made.set(region, format);
		return format;
	};
}

const numbers = (options: Intl.NumberFormatOptions) =>
	perLanguage((language) => new Intl.NumberFormat(language, { useGrouping: 'always', ...options }));

const dates = perLanguage(
	(language) =>
		new Intl.DateTimeFormat(language, {
			timeZone,
			weekday: 'long',
			day: 'numeric',
			month: 'long',
			year: 'numeric',
			hour: '2-digit',
			minute: '2-digit',
			hourCycle: 'h23'
		})
);
const whole = numbers({});
const hundredthsOf = numbers({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
const roundArea = numbers({ maximumFractionDigits: 0 });
const tenths = numbers({ maximumFractionDigits: 1 });
const euros = numbers({ style: 'currency', currency: 'EUR' });
const wholeEuros = numbers({ style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });
const months = perLanguage(
	(language) => new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone })
);

const dateParts = (iso: string, locale?: Locale) => {
	const parts = new Map(
		dates(locale)
			.formatToParts(new Date(iso))
			.map(({ type, value }) => [type, value])
	);
	const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
	return {
		day: `${part('day')} ${part('month')}`,
		weekday: part('weekday'),
		year: part('year'),
		time: `${part('hour')}:${part('minute')}`
	};
};

/** `2 dicembre 2026`. Takes a date or an instant. */
export function formatDate(iso: string, locale?: Locale): string {
	const { day, year } = dateParts(iso, locale);
	return `${day} ${year}`;
}

/** `2 dicembre 2026, ore 15:30`. */
export function formatDateTime(iso: string): string {
	const { day, year, time } = dateParts(iso);
	return m.format_date_time({ date: `${day} ${year}`, time });
}

/**
 * `mercoledì 2 dicembre 2026, fine giornata`; with the hour when the deadline is not the end of the day. A deadline can be
 * far, so the year is always there. A letter passes the language of its reader, because the sender's page may be in another one.
 */
export function formatDeadline(iso: string, locale: Locale = getLocale()): string {
	const { weekday, day, year, time } = dateParts(iso, locale);
	if (iso.includes('T') && time !== '23:59') return formatViewing(iso, locale);
	return m.format_deadline_end_of_day({ date: `${weekday} ${day} ${year}` }, { locale });
}

/** `mercoledì 25 novembre 2026, ore 10:00`: a time at which somebody has to be somewhere. */
export function formatViewing(iso: string, locale: Locale = getLocale()): string {
	const { weekday, day, year, time } = dateParts(iso, locale);
	return m.format_date_time({ date: `${weekday} ${day} ${year}`, time }, { locale });
}

/** `mercoledì 2 dicembre 2026`; without the year when it is that of `now`. */
export function formatWeekday(iso: string, now?: string): string {
	const { weekday, day, year } = dateParts(iso);
	return now && dateParts(now).year === year ? `${weekday} ${day}` : `${weekday} ${day} ${year}`;
}

/** `15:30`, on the clocks of Milan. */
export const formatTime = (iso: string): string => dateParts(iso).time;

/** Whole numbers with a thousands separator, from four digits on: `1.908`. */
export function formatNumber(value: number): string {
	return whole().format(value);
}

/** Integer cents: `1.250,50 €`. */
export function formatMoney(cents: number): string {
	return euros().format(cents / 100);
}

/** Integer cents, without the cents, for amounts that are rounded anyway: `2.500.000 €`. */
export function formatWholeMoney(cents: number): string {
	return wholeEuros().format(cents / 100);
}

/** A month `2018-03`: `marzo 2018`. */
export function formatMonth(month: string): string {
	return months().format(new Date(`${month}-15T12:00:00Z`));
}

/** Integer hundredths of a square metre: `58 m²`, `58,25 m²`. Two decimals or none, so that columns line up. */
export function formatArea(hundredths: number): string {
	const format = hundredths % 100 === 0 ? roundArea() : hundredthsOf();
	return `${format.format(hundredths / 100)} m²`;
}

/** Integer millimetres, in centimetres: `80 cm`, `80,5 cm`. */
export function formatLength(millimetres: number): string {
	return `${tenths().format(millimetres / 10)} cm`;
}

/** Integer hundredths of a point: `32,50`. */
export function formatPoints(hundredths: number): string {
	return hundredthsOf().format(hundredths / 100);
}

const KB = 1024;

/** A size in bytes: `340 kB`, `1,2 MB`. */
export function formatSize(bytes: number): string {
	const kilobytes = Math.ceil(bytes / KB);
	return kilobytes < KB ? `${whole().format(kilobytes)} kB` : `${tenths().format(kilobytes / KB)} MB`;
}
